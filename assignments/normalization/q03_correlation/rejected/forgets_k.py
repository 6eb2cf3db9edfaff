"""Gives the contour at one standard deviation."""

from solution import correlation_facts

CAUGHT_BY = "test_gives_the_axes"
HINT = "k standard deviations out"


def contour_axes(rho, k):
    return np.sqrt(1 + abs(rho)), np.sqrt(1 - abs(rho))
