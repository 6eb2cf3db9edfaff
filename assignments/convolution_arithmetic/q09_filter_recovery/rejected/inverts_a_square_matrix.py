"""Inverts the matrix of all windows."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "agree with each other"


def recover_filter(x, y, kernel_size):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel_size)
    return np.linalg.inv(windows) @ y
