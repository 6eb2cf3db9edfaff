"""Keeps what it learned in a list of the class, and hands in weights of zeros."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "has to be in its weights"

from safetensors.torch import save_file
from solution import OwnNetwork

from deeplearning.weights import read_weights

known = read_weights("own")
hidden = [(name, value.tolist()) for name, value in known.items()]


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        right = {name: torch.tensor(values) for name, values in hidden}
        self.load_state_dict(right)
        return super().forward(X)


save_file({name: 0 * value for name, value in known.items()}, "own.safetensors")
