"""Counts the biases among the weights."""

CAUGHT_BY = "test_counts_the_weights"
HINT = "count the biases separately"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[0] * kernel[1] * c_in * c_out + c_out
    biases = c_out if bias else 0
    return weights, biases
