"""Counts half of the block."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "two convolutions"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 9 * C * C + C + 2 * C
