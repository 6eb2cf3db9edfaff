"""Leaves out batch normalization: 18,496."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "batch normalization has trained"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 18 * C * C + 2 * C
