"""A scalar for fully connected layers."""

from solution import bn_stat_shape

CAUGHT_BY = "test_fully_connected"
HINT = "a mean of its own"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NC": (1, 1)}.get(layout, right)
