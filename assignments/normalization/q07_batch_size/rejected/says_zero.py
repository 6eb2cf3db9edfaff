"""Thinks that everything cancels."""

from solution import dx_alone

CAUGHT_BY = "test_gives_the_limit"
HINT = "other than 0"


def limiting_gradient(dy_1, m, gamma):
    return 0.0
