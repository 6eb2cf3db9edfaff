"""Flips along the wrong axis."""

CAUGHT_BY = "test_convolved_gradient_is_autograds"
HINT = "the channels keep their order"

from solution import gradient_by_convolution


def gradient_by_convolution(dy, w):
    padded = np.pad(dy, ((0, 0), (w.shape[2] - 1, w.shape[2] - 1)))
    return conv1d(padded, w.swapaxes(0, 1)[::-1])
