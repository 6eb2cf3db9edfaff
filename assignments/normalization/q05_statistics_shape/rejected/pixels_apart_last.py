"""One mean a pixel, channels last."""

from solution import bn_stat_shape

CAUGHT_BY = "test_channels_last"
HINT = "all pixels of a channel"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NHWC": (1, *shape[1:])}.get(layout, right)
