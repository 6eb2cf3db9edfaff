"""Forgets the + 1 of the output size."""

CAUGHT_BY = "test_keeps_the_size_with_a_pad_of_one"


def conv2d_true(x, h, stride, pad):
    y = convolve_valid(np.pad(x, pad), h)[::stride, ::stride]
    return y[:-1, :-1]
