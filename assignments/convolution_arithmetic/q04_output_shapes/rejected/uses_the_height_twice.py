"""Computes one side and takes the output for a square."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "from the width of the input"

from solution import pool_shape


def conv_shape(shape, filters, kernel, stride, pad):
    size = (shape[1] + 2 * pad - kernel) // stride + 1
    return filters, size, size
