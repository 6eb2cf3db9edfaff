"""K to the power L."""

CAUGHT_BY = "test_stacks_agree_with_gradients"
HINT = "the same number in each layer"

from solution import stacked_field


def stacked_field(n_layers, kernel):
    return kernel**n_layers
