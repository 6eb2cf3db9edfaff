"""Counts four numbers a channel: 18,368."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "running statistics are not trained"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * S * S + 2 * S + C + 8 * S + 4 * C
