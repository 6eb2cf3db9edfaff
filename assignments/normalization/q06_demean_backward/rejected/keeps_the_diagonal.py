"""Uses dy_i/dx_i only."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "add the terms with j"


def demean_backward(dy, gamma):
    return gamma * (1 - 1 / len(dy)) * dy
