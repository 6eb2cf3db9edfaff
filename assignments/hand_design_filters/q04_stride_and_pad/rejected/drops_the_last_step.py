"""Forgets the + 1 of the output size."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "where does the + 1"


def conv2d_true(x, h, stride, pad):
    y = convolve_valid(np.pad(x, pad), h)[::stride, ::stride]
    return y[:-1, :-1]
