"""Runs an ordinary convolution."""

CAUGHT_BY = "test_adds_overlapping_stamps"
HINT = "larger, not smaller"


def conv_transpose2d(x, w, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape)
    return (windows[::stride, ::stride] * w).sum(axis=(2, 3))
