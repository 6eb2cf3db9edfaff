"""Divides the bottleneck by the standard block."""

CAUGHT_BY = "test_compares_equal_widths"
HINT = "divide by the other"

from solution import bottleneck_advantages


def equal_width_ratio(channels, squeezed):
    return bottleneck_params(channels, squeezed) / standard_block_params(channels)
