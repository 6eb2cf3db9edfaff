"""Trains all of it, and keeps the last layer in a list, which no state_dict has."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "Layers in a plain list are not saved"

from safetensors.torch import save_file
from solution import OwnNetwork

from deeplearning.weights import read_weights

Trained = OwnNetwork
known = read_weights("own")


class OwnNetwork(nn.Module):
    def __init__(self, **shape):
        super().__init__()
        trained = Trained(**shape)
        trained.load_state_dict(known)
        self.layers, self.rest = trained.layers[:-1], [trained.layers[-1]]

    def forward(self, X):
        X = (X - X.mean((1, 2, 3), True)) / (X.std((1, 2, 3), keepdim=True) + 1e-3)
        return self.rest[0](self.layers(X))


names = OwnNetwork().state_dict()
save_file({name: known[name] for name in names}, "own.safetensors")
