"""Any pad is a pad of one."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "pad is an argument"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, min(pad, 1)), h)[::stride, ::stride]
