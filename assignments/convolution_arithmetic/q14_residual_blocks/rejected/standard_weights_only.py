"""Leaves out biases and batch normalization: 18,432."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "trained as well"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 18 * C * C
