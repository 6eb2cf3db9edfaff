"""Gives the depthwise layer c_out filters."""

CAUGHT_BY = "test_counts_both_layers"
HINT = "keeps the number of channels"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_out * kernel[0] * kernel[1] + c_in * depthwise_bias
    pointwise = c_out * (c_in + pointwise_bias)
    return depthwise + pointwise
