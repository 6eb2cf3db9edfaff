"""Takes mu for a constant."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "that path is missing"
TRUE = ("with n = 1, what is x_1 - mu",)


def demean_backward(dy, gamma):
    return gamma * dy
