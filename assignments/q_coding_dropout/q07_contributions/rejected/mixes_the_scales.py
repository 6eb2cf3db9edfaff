"""Takes the wishes of the scaled inputs, and the output of the unscaled."""

CAUGHT_BY = "test_tugs_at_any_rate"
HINT = "belong to the same inputs"

from solution import compare, why_shared


def tug_of_war(x, y, p_drop):
    seen = x / (1 - p_drop)
    wishes = y / seen
    output = x @ wishes
    return wishes, output, (output - y) ** 2
