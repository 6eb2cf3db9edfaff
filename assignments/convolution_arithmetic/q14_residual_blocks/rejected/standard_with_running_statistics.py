"""Counts four numbers a channel: 18,752."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "running statistics are not trained"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 18 * C * C + 2 * C + 8 * C
