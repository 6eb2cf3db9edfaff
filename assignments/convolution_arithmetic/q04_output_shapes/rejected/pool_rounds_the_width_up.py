"""Rounds the width up, the height down."""

CAUGHT_BY = "test_sizes_pools_as_torch_does"
MISCONCEPTION = False
TRUE = ("a window that does not fit is left out",)

from solution import conv_shape


def pool_shape(shape, window, stride):
    channels, height, width = shape
    rows = (height - window) // stride + 1
    return channels, rows, math.ceil((width - window) / stride) + 1
