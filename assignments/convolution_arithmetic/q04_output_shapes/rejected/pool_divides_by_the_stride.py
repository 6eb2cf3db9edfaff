"""Divides by the stride and forgets the window."""

CAUGHT_BY = "test_sizes_pools_as_torch_does"
HINT = "the window takes room"

from solution import pool_shape


def pool_shape(shape, window, stride):
    def size(n):
        return n // stride

    a, b = size(shape[1]), size(shape[2])
    return shape[0], a, b
