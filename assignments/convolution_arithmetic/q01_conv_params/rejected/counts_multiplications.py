"""Counts the multiplications of a 224x224 image."""

CAUGHT_BY = "test_counts_the_weights"
HINT = "serve every position"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[0] * kernel[1] * c_in * c_out * 224 * 224
    biases = c_out if bias else 0
    return weights, biases
