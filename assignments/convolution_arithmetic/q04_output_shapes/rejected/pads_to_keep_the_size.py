"""Uses the rule for padding that keeps the size, whatever pad is."""

CAUGHT_BY = "test_sizes_convolutions_as_torch_does"
HINT = "use the padding that is given"

from solution import pool_shape


def conv_shape(shape, filters, kernel, stride, pad):
    return filters, math.ceil(shape[1] / stride), math.ceil(shape[2] / stride)
