"""Returns the error itself."""

CAUGHT_BY = "test_tugs_at_any_rate"
HINT = "what is squared"

from solution import compare, why_shared


def tug_of_war(x, y, p_drop):
    seen = x / (1 - p_drop)
    wishes = y / seen
    output = seen @ wishes
    return wishes, output, output - y
