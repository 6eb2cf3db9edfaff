"""Counts one input channel."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "every input channel"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 18 * C + 2 * C + 4 * C
