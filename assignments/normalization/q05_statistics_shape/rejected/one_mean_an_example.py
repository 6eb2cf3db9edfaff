"""Layer norm's shape for fully connected layers."""

from solution import bn_stat_shape

CAUGHT_BY = "test_fully_connected"
HINT = "one mean an example"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NC": (shape[0], 1)}.get(layout, right)
