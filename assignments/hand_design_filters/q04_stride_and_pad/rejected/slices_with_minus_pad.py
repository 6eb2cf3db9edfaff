"""Writes the image to [pad:-pad], which is empty for pad 0."""

CAUGHT_BY = "test_works_without_padding"
HINT = "ends at `-0` is empty"


def conv2d_true(x, h, stride, pad):
    H, W = x.shape
    framed = np.zeros((H + 2 * pad, W + 2 * pad))
    framed[pad:-pad, pad:-pad] = x
    return convolve_valid(framed, h)[::stride, ::stride]
