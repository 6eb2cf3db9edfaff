"""Pads K zeros at each end."""

CAUGHT_BY = "test_convolved_gradient_is_autograds"
HINT = "how many zeros give that"

from solution import gradient_by_convolution


def gradient_by_convolution(dy, w):
    padded = np.pad(dy, ((0, 0), (w.shape[2], w.shape[2])))
    return conv1d(padded, w.swapaxes(0, 1)[:, :, ::-1])
