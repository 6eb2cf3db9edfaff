"""Adds a 1x1 convolution in the shortcut."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "the shortcut only adds"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * S * S + 6 * S + 3 * C + C * C + C
