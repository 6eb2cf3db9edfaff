"""Pads with copies of the border pixels."""

CAUGHT_BY = "test_keeps_the_size_with_a_pad_of_one"
HINT = "not with copies"
TRUE = ("the padding here is made of zeros",)


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, pad, mode="edge"), h)[::stride, ::stride]
