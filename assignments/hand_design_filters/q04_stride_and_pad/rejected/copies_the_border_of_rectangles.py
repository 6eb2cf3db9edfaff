"""Pads with copies of the border pixels (hidden message)."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "made of zeros"
TRUE = ("pad with zeros, not with copies",)


def conv2d_true(x, h, stride, pad):
    return convolve_valid(np.pad(x, ((pad, pad), (pad, pad)), "edge"), h)[
        ::stride, ::stride
    ]
