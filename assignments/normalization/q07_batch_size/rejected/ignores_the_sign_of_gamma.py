"""Uses the size of gamma."""

from solution import dx_alone

CAUGHT_BY = "test_gives_the_limit"
HINT = "may be negative"


def limiting_gradient(dy_1, m, gamma):
    return abs(gamma) * (dy_1 - m)
