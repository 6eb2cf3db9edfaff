"""Rounds to one digit, as in the example."""

CAUGHT_BY = "test_compares_equal_widths"
HINT = "without rounding"

from solution import bottleneck_advantages


def equal_width_ratio(channels, squeezed):
    ratio = standard_block_params(channels) / bottleneck_params(channels, squeezed)
    return round(ratio, 1)
