"""Multiplies by the transpose instead of solving."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "a transpose does not undo that"


def recover_filter(x, y, kernel_size):
    windows = np.array([x[i : i + kernel_size] for i in range(len(y))])
    return windows.T @ y
