"""Forgets the zeros."""

CAUGHT_BY = "test_convolved_gradient_is_autograds"
HINT = "how many zeros give that"

from solution import gradient_by_convolution


def gradient_by_convolution(dy, w):
    padded = dy
    return conv1d(padded, w.swapaxes(0, 1)[:, :, ::-1])
