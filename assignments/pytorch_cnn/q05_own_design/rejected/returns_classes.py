"""Returns the guessed class instead of logits."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "a row an image"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        return super().forward(X).argmax(1)
