"""Moves the channels to the front."""

from solution import bn_stat_shape

CAUGHT_BY = "test_channels_last"
HINT = "the order of the axes"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NHWC": (1, shape[3], 1, 1)}.get(layout, right)
