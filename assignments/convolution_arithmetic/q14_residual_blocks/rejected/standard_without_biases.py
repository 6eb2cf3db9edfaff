"""Leaves out the biases: 18,560."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "each convolution has biases"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 18 * C * C + 4 * C
