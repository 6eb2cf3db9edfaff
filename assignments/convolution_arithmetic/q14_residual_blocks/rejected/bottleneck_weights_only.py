"""Leaves out biases and batch normalization: 17,408."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "trained as well"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * S * S
