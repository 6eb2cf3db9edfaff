"""Puts the equation's right side into the length."""

from solution import correlation_facts

CAUGHT_BY = "test_gives_the_axes"
HINT = "a length is not"


def contour_axes(rho, k):
    return k**2 * (1 + abs(rho)), k**2 * (1 - abs(rho))
