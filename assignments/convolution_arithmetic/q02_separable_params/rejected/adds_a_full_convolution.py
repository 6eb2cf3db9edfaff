"""Counts an ordinary convolution and then the 1x1 layer."""

CAUGHT_BY = "test_counts_both_layers"
HINT = "does not mix channels"
TRUE = ("that is an ordinary convolution",)


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * (c_out * kernel[0] * kernel[1] + depthwise_bias)
    pointwise = c_out * (c_in + pointwise_bias)
    return depthwise + pointwise
