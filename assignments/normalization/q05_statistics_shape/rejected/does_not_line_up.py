"""(C,) does not broadcast when the channels come first."""

from solution import bn_stat_shape

CAUGHT_BY = "test_channels_first"
HINT = "broadcasting lines up"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NCHW": shape[1:2]}.get(layout, right)
