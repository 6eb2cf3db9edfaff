"""Doubles the inputs whatever the rate."""

CAUGHT_BY = "test_tugs_at_any_rate"
HINT = "by which factor"

from solution import compare, why_shared


def tug_of_war(x, y, p_drop):
    seen = x * 2
    wishes = y / seen
    output = seen @ wishes
    return wishes, output, (output - y) ** 2
