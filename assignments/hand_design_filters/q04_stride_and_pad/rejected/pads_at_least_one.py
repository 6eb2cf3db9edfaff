"""Treats a pad of 0 as a pad of 1."""

CAUGHT_BY = "test_works_without_padding"
HINT = "nothing is added"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad or 1), h)[::stride, ::stride]
