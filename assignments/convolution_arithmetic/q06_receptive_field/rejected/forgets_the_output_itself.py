"""L (K - 1), without the first pixel."""

CAUGHT_BY = "test_stacks_agree_with_gradients"
HINT = "an output sees itself"

from solution import stacked_field


def stacked_field(n_layers, kernel):
    return n_layers * (kernel - 1)
