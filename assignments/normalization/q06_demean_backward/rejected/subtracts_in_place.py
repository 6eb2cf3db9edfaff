"""Subtracts the mean from the caller's own array."""

CAUGHT_BY = "test_leaves_dy_alone"
HINT = "in place"


def demean_backward(dy, gamma):
    dy -= dy.mean()
    return gamma * dy
