"""Instance norm, channels last."""

from solution import bn_stat_shape

CAUGHT_BY = "test_channels_last"
HINT = "examples of a batch share"


def bn_stat_shape(shape, layout):
    right = tuple(n if letter == "C" else 1 for n, letter in zip(shape, layout))
    return {"NHWC": (shape[0], 1, 1, shape[3])}.get(layout, right)
