"""Adds two million numbers that are not trained."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "Frozen ones count too"

from dataclasses import asdict

from safetensors.torch import save_file

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def __init__(self, **shape):
        super().__init__(**shape)
        self.frozen = nn.Linear(1000, 2000).requires_grad_(False)


save_file(OwnNetwork().state_dict(), "own.safetensors")
