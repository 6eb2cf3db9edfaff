"""Leaves gamma out."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "it scales every gradient"


def demean_backward(dy, gamma):
    return dy - dy.mean()
