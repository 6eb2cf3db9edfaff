"""Counts c_out biases twice."""

CAUGHT_BY = "test_adds_the_biases_asked_for"
HINT = "c_in outputs, not c_out"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * kernel[0] * kernel[1] + c_out * depthwise_bias
    pointwise = c_out * (c_in + pointwise_bias)
    return depthwise + pointwise
