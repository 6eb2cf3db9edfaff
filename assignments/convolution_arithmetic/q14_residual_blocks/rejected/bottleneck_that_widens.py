"""Swaps the two widths."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "the width outside"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    S, C = channels, squeezed
    return 2 * C * S + 9 * S * S + 6 * S + 3 * C
