"""L times K, as if windows did not overlap."""

CAUGHT_BY = "test_stacks_agree_with_gradients"
HINT = "windows overlap"

from solution import stacked_field


def stacked_field(n_layers, kernel):
    return n_layers * kernel
