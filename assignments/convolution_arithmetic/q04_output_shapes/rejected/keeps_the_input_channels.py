"""Gives C channels instead of F."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "each filter makes one channel"

from solution import conv_shape


def conv_shape(shape, filters, kernel, stride, pad):
    def size(n):
        return (n + 2 * pad - kernel) // stride + 1

    a, b = size(shape[1]), size(shape[2])
    return shape[0], a, b
