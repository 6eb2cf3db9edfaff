"""Applies the stride to the rows only."""

CAUGHT_BY = "test_keeps_every_other_output"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad), h)[::stride]
