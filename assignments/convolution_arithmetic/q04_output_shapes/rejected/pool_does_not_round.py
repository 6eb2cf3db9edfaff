"""Divides without rounding."""

CAUGHT_BY = "test_sizes_pools_as_torch_does"
HINT = "does not fit is left out"

from solution import pool_shape


def pool_shape(shape, window, stride):
    def size(n):
        return (n - window) / stride + 1

    a, b = size(shape[1]), size(shape[2])
    return shape[0], a, b
