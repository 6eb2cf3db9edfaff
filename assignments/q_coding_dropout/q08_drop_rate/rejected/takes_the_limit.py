"""Uses the formula of positive rates at 0 as well."""

CAUGHT_BY = "test_is_the_shortest_at_zero"
HINT = "which w is shortest"

from solution import why_jump


def w_of_p(x, y, p_drop):
    return y * (1 - p_drop) / (len(x) * (1 - p_drop) + p_drop) / x
