"""Takes mu for a constant."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "that path is missing"


def demean_backward(dy, gamma):
    return gamma * dy
