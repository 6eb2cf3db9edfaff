"""Rounds to the nearest whole number."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "a window that does not fit is left out"

from solution import pool_shape


def conv_shape(shape, filters, kernel, stride, pad):
    def size(n):
        return round((n + 2 * pad - kernel) / stride) + 1

    return filters, size(shape[1]), size(shape[2])
