"""Leaves gamma out."""

from solution import dx_alone

CAUGHT_BY = "test_gives_the_limit"
HINT = "both terms"


def limiting_gradient(dy_1, m, gamma):
    return dy_1 - m
