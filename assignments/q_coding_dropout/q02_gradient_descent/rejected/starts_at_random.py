"""Keeps the random start, which leads to another solution."""

CAUGHT_BY = "test_starts_at_zero"
HINT = "set all of them to zero"
TRUE = ("all weights start at zero",)

from solution import train


def linear_net(inputs):
    net = nn.Linear(inputs, 1, bias=False)
    return net
