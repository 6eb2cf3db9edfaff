"""Keeps the bias, at zero."""

CAUGHT_BY = "test_has_weights_only"
HINT = "a bias would be a third way"

from solution import train


def linear_net(inputs):
    net = nn.Linear(inputs, 1, bias=True)
    nn.init.zeros_(net.weight)
    nn.init.zeros_(net.bias)
    return net
