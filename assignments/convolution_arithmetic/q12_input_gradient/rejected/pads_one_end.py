"""Puts all zeros before the signal."""

CAUGHT_BY = "test_convolved_gradient_is_autograds"
HINT = "zeros at both ends"

from solution import gradient_by_convolution


def gradient_by_convolution(dy, w):
    padded = np.pad(dy, ((0, 0), (2 * w.shape[2] - 2, 0)))
    return conv1d(padded, w.swapaxes(0, 1)[:, :, ::-1])
