"""Takes the kernel for a square one."""

CAUGHT_BY = "test_counts_the_weights"
HINT = "need not be square"


def conv_params(c_in, c_out, kernel, bias=True):
    weights = kernel[1] ** 2 * c_in * c_out
    biases = c_out if bias else 0
    return weights, biases
