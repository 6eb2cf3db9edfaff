"""Gives each pair of channels a bias."""

CAUGHT_BY = "test_counts_the_biases"
HINT = "belongs to an output channel"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[0] * kernel[1] * c_in * c_out
    biases = c_in * c_out if bias else 0
    return weights, biases
