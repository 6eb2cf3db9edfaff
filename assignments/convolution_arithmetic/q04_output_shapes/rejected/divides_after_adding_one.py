"""Puts the one inside the division."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "divide by the stride first"

from solution import pool_shape


def conv_shape(shape, filters, kernel, stride, pad):
    def size(n):
        return (n + 2 * pad - kernel + 1) // stride

    return filters, size(shape[1]), size(shape[2])
