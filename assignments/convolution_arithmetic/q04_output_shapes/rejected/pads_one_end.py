"""Adds the padding once."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "both ends"

from solution import conv_shape


def conv_shape(shape, filters, kernel, stride, pad):
    def size(n):
        return (n + pad - kernel) // stride + 1

    a, b = size(shape[1]), size(shape[2])
    return filters, a, b
