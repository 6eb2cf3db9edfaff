"""Thinks that batch norm makes circles."""

from solution import correlation_facts

CAUGHT_BY = "test_gives_the_axes"
HINT = "no circle"


def contour_axes(rho, k):
    return k, k
