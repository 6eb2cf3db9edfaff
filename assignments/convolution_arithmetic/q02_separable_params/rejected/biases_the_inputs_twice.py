"""Gives the pointwise layer a bias for each of its inputs."""

CAUGHT_BY = "test_adds_the_biases_asked_for"
HINT = "which outputs are these?"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * (kernel[0] * kernel[1] + depthwise_bias)
    pointwise = c_in * (c_out + pointwise_bias)
    return depthwise + pointwise
