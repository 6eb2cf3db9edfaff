"""Uses 3x3 kernels everywhere."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "kernel are 1x1"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 9 * (2 * C * S + S * S) + 6 * S + 3 * C
