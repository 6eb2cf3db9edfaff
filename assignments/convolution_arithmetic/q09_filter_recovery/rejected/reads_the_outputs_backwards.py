"""Pairs the first window with the last output."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "in reverse order"


def recover_filter(x, y, kernel_size):
    windows = np.array([x[i : i + kernel_size] for i in range(len(y))])
    return np.linalg.lstsq(windows, y[::-1], rcond=None)[0]
