"""The sum instead of the mean."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "what does 1/n stand before"


def demean_backward(dy, gamma):
    return gamma * (dy - dy.sum())
