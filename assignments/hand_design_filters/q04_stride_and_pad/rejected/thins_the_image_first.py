"""Takes the steps in the image, before the sum."""

CAUGHT_BY = "test_keeps_every_other_output"
HINT = "before or after the sum"
TRUE = ("pixels are lost before the sum",)


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x[::stride, ::stride], pad), h)
