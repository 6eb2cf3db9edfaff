"""Adds a 1x1 convolution in the shortcut."""

CAUGHT_BY = "test_counts_standard_blocks"
HINT = "the shortcut only adds"

from solution import standard_block_params


def standard_block_params(channels):
    C = channels
    return 18 * C * C + 6 * C + C * C + C
