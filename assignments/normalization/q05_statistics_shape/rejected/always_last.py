"""Takes the last axis for the channels."""

from solution import bn_stat_shape

CAUGHT_BY = "test_channels_first"
HINT = "which letter of the layout"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NCHW": (1, 1, 1, shape[3])}.get(layout, right)
