"""Adds the zeros on the top left only."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "each of the four sides"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, (pad, 0)), h)[::stride, ::stride]
