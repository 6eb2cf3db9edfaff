"""Keeps a million numbers in a buffer, which is no parameter."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "Frozen ones count too"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def __init__(self, **shape):
        super().__init__(**shape)
        self.register_buffer("table", torch.zeros(1000, 1000))
