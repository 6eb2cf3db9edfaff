"""Divides the sum by n - 1."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "not by n - 1"


def demean_backward(dy, gamma):
    return gamma * (dy - dy.sum() / max(len(dy) - 1, 1))
