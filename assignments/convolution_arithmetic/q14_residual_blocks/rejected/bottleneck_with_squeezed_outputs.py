"""Gives the last layer the biases of S channels."""

CAUGHT_BY = "test_counts_bottlenecks"
HINT = "the last layer has C outputs"

from solution import bottleneck_params


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return 2 * C * S + 9 * S * S + 9 * S
