"""Takes the maximum over channels too."""

CAUGHT_BY = "test_sizes_pools_as_torch_does"
HINT = "in each channel by itself"

from solution import pool_shape


def pool_shape(shape, window, stride):
    def size(n):
        return (n - window) // stride + 1

    a, b = size(shape[1]), size(shape[2])
    return 1, a, b
