"""A column instead of a row."""

from solution import bn_stat_shape

CAUGHT_BY = "test_fully_connected"
HINT = "the order of the axes"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NC": (shape[1], 1)}.get(layout, right)
