"""Gamma before dy_1 only."""

from solution import dx_alone

CAUGHT_BY = "test_gives_the_limit"
HINT = "both terms"


def limiting_gradient(dy_1, m, gamma):
    return gamma * dy_1 - m
