"""Instance norm, channels first."""

from solution import bn_stat_shape

CAUGHT_BY = "test_channels_first"
HINT = "examples of a batch share"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NCHW": (*shape[:2], 1, 1)}.get(layout, right)
