"""Keeps the direction of the kernel."""

CAUGHT_BY = "test_convolved_gradient_is_autograds"
HINT = "which tap led from"

from solution import gradient_by_convolution


def gradient_by_convolution(dy, w):
    ends = w.shape[2] - 1
    padded = np.pad(dy, ((0, 0), (ends, ends)))
    return conv1d(padded, w.swapaxes(0, 1))
