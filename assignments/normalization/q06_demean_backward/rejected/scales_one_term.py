"""Gamma before dy only."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "both terms"


def demean_backward(dy, gamma):
    return gamma * dy - dy.mean()
