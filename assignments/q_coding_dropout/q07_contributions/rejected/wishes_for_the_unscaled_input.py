"""Uses x as it is: 11 and 1.1 instead of 5.5 and 0.55."""

CAUGHT_BY = "test_tugs_at_any_rate"
HINT = "scaled inputs"

from solution import compare, why_shared


def tug_of_war(x, y, p_drop):
    seen = x
    wishes = y / seen
    output = seen @ wishes
    return wishes, output, (output - y) ** 2
