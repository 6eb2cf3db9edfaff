"""Counts one input channel only."""

CAUGHT_BY = "test_counts_the_weights"
HINT = "looks at every input channel"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[0] * kernel[1] * c_out
    biases = c_out if bias else 0
    return weights, biases
