"""Keeps rows 1, 3 instead of 0, 2, 4."""

CAUGHT_BY = "test_keeps_every_other_output"
HINT = "count the outputs from 0"
TRUE = ("count the steps from the first output",)


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad), h)[stride - 1 :: stride, stride - 1 :: stride]
