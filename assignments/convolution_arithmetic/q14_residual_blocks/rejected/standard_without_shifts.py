"""Gives batch normalization a scale only."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "each batch norm a scale and a shift"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 2 * (9 * C * C + C + C)
