"""Transposes the kernel."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "to transpose is not to flip"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad), h.T)[::stride, ::stride]
