"""Counts the weights of one filter."""

CAUGHT_BY = "test_counts_the_weights"
HINT = "one filter for each output channel"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[0] * kernel[1] * c_in
    biases = c_out if bias else 0
    return weights, biases
