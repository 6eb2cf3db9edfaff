"""Returns width before height."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "height comes before width"

from solution import conv_shape


def conv_shape(shape, filters, kernel, stride, pad):
    def size(n):
        return (n + 2 * pad - kernel) // stride + 1

    a, b = size(shape[1]), size(shape[2])
    return filters, b, a
