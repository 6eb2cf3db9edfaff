"""Uses the size of gamma."""

from solution import demean_backward

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "may be negative"


def demean_backward(dy, gamma):
    return abs(gamma) * (dy - dy.mean())
