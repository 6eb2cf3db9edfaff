"""Loses the minus sign of mu."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "which sign"


def demean_backward(dy, gamma):
    return gamma * (dy + dy.mean())
