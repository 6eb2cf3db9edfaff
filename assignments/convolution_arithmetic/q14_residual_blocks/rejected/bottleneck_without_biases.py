"""Leaves out the biases: 17,792."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "each convolution has biases"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * S * S + 4 * S + 2 * C
