"""Applies the stride to the rows only."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "in both directions"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad), h)[::stride]
