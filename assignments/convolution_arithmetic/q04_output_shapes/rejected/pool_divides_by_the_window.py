"""Divides by the window instead of the stride."""

CAUGHT_BY = "test_sizes_pools_as_torch_does"
HINT = "how far the window moves"

from solution import pool_shape


def pool_shape(shape, window, stride):
    def size(n):
        return n // window

    a, b = size(shape[1]), size(shape[2])
    return shape[0], a, b
