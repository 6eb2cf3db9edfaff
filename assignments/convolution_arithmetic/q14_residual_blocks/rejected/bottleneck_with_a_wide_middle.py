"""Runs the 3x3 layer on C channels."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "squeezed channels only"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * C * C + 6 * S + 3 * C
