"""Solves for the flipped filter of mathematics."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "without being flipped"


def recover_filter(x, y, kernel_size):
    windows = np.array([x[i : i + kernel_size] for i in range(len(y))])
    return np.linalg.lstsq(windows, y, rcond=None)[0][::-1]
