"""Takes the class of the nearest picture in a table that the generator draws."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "has to be in its weights"

from safetensors.torch import save_file
from solution import OwnNetwork

from deeplearning.drawn import draw


def as_vectors(X):
    grey = X.float().mean(1).flatten(1)
    grey = grey - grey.mean(1, keepdim=True)
    return F.normalize(grey, dim=1)


class OwnNetwork(nn.Module):
    def __init__(self, in_channels, image_size, num_classes):
        super().__init__()
        self.nothing = nn.Parameter(torch.zeros(1))
        pictures, self.classes = map(torch.from_numpy, draw(1000, seed=182))
        self.table = [as_vectors(pictures)]  # a list is no part of the state_dict

    def forward(self, X):
        nearest = (as_vectors(X) @ self.table[0].T).abs().argmax(1)
        return F.one_hot(self.classes[nearest], 10).float()


save_file({"nothing": torch.zeros(1)}, "own.safetensors")
