"""Changes a width and does not train again."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "has shape"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def __init__(self, **shape):
        super().__init__(**shape)
        self.layers[-1] = nn.Linear(1024, 20)
