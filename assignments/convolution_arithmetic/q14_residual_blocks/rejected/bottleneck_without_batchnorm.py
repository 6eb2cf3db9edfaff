"""Leaves out batch normalization: 17,600."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "batch normalization has trained"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * S * S + 2 * S + C
