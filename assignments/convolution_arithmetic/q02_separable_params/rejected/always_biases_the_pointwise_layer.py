"""Counts pointwise biases that nobody asked for."""

CAUGHT_BY = "test_counts_both_layers"
HINT = "no biases were asked for"
TRUE = ("look at depthwise_bias and pointwise_bias",)


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * (kernel[0] * kernel[1] + depthwise_bias)
    pointwise = c_out * (c_in + 1)
    return depthwise + pointwise
