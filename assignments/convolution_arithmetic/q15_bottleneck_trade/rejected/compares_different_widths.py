"""Gives the standard block S channels: 1.04 instead of 16.4."""

CAUGHT_BY = "test_compares_equal_widths"
HINT = "read and give C channels"

from solution import bottleneck_advantages


def equal_width_ratio(channels, squeezed):
    return standard_block_params(squeezed) / bottleneck_params(channels, squeezed)
