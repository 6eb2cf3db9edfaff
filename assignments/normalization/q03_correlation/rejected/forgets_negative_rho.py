"""Gives the short axis first when rho is negative."""

from solution import correlation_facts

CAUGHT_BY = "test_gives_the_axes"
HINT = "the long axis comes first"


def contour_axes(rho, k):
    return k * np.sqrt(1 + rho), k * np.sqrt(1 - rho)
