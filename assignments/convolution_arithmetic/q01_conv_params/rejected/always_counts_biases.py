"""Ignores bias=False."""

CAUGHT_BY = "test_counts_the_biases"
HINT = "bias=False means"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[0] * kernel[1] * c_in * c_out
    biases = c_out
    return weights, biases
