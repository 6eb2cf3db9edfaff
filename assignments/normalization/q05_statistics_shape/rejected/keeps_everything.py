"""Returns the shape of x itself."""

CAUGHT_BY = "test_fully_connected"
HINT = "has length 1"


def bn_stat_shape(shape, layout):
    return shape
