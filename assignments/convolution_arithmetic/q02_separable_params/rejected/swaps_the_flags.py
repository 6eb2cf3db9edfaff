"""Gives each layer the flag of the other."""

CAUGHT_BY = "test_adds_the_biases_asked_for"
HINT = "which outputs are these?"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * (kernel[0] * kernel[1] + pointwise_bias)
    pointwise = c_out * (c_in + depthwise_bias)
    return depthwise + pointwise
