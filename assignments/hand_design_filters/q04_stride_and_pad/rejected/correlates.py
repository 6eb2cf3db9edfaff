"""Leaves the flip out, as layers of neural networks do."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "that is correlation"
TRUE = ("the signs are reversed",)


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad), h[::-1, ::-1])[::stride, ::stride]
