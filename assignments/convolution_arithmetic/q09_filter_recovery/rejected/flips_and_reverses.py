"""Solves with the windows from the last to the first, and flips the filter."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "and so are its outputs"


def recover_filter(x, y, kernel_size):
    windows = np.array([x[i : i + kernel_size][::-1] for i in range(len(y))])
    return np.linalg.lstsq(windows[::-1], y)[0]
