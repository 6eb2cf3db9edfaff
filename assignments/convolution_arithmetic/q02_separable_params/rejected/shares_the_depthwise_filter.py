"""Uses one depthwise filter for all channels."""

CAUGHT_BY = "test_counts_both_layers"
HINT = "do not share the depthwise filter"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = kernel[0] * kernel[1] + c_in * depthwise_bias
    pointwise = c_out * (c_in + pointwise_bias)
    return depthwise + pointwise
