"""Counts the steps of the window, not the windows."""

CAUGHT_BY = "test_sizes_pools_as_torch_does"
HINT = "the first window counts too"

from solution import conv_shape


def pool_shape(shape, window, stride):
    channels, height, width = shape
    return channels, (height - window) // stride, (width - window) // stride
