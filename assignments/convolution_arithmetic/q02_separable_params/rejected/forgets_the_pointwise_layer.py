"""Counts the depthwise layer only."""

CAUGHT_BY = "test_counts_both_layers"
HINT = "pointwise layer is missing"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * (kernel[0] * kernel[1] + depthwise_bias)
    pointwise = c_out * pointwise_bias
    return depthwise + pointwise
