"""Leaves the flip out (public message)."""

CAUGHT_BY = "test_keeps_the_size_with_a_pad_of_one"
HINT = "signs are reversed"
TRUE = ("that is correlation",)


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad), np.rot90(h, 2))[::stride, ::stride]
