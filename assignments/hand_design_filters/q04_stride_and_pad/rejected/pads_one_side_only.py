"""Adds the zeros on the top left only."""

CAUGHT_BY = "test_keeps_the_size_with_a_pad_of_one"


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, (pad, 0)), h)[::stride, ::stride]
