"""Gives nn.Linear its sizes in the wrong order."""

CAUGHT_BY = "test_has_weights_only"
HINT = "number of inputs first"

from solution import train


def linear_net(inputs):
    net = nn.Linear(1, inputs, bias=False)
    nn.init.zeros_(net.weight)
    return net
