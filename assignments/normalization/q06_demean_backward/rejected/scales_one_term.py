"""Gamma before dy only."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "both terms"
TRUE = ("with n = 1, what is x_1 - mu",)


def demean_backward(dy, gamma):
    return gamma * dy - dy.mean()
