"""Multiplies by the last layer in NumPy, with numbers that are in no state_dict."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "torch has what NumPy has"

import numpy as np
from safetensors.torch import save_file
from solution import OwnNetwork

from deeplearning.weights import read_weights

Trained = OwnNetwork
known = read_weights("own")
weight, bias = (
    known[f"layers.17.{part}"].float().numpy() for part in ("weight", "bias")
)


class OwnNetwork(nn.Module):
    def __init__(self, **shape):
        super().__init__()
        self.layers = Trained(**shape).layers[:-1]

    def forward(self, X):
        X = (X - X.mean((1, 2, 3), True)) / (X.std((1, 2, 3), keepdim=True) + 1e-3)
        features = self.layers(X).detach().numpy()
        return torch.from_numpy(features @ weight.T + bias)


names = OwnNetwork().state_dict()
save_file({name: known[name] for name in names}, "own.safetensors")
