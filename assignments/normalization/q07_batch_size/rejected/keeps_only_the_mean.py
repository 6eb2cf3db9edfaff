"""Thinks that the own gradient vanishes."""

from solution import dx_alone

CAUGHT_BY = "test_gives_the_limit"
HINT = "is its own"


def limiting_gradient(dy_1, m, gamma):
    return -gamma * m
