"""Returns logarithms of probabilities, which are logits too: softmax keeps them."""

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        return F.log_softmax(super().forward(X), dim=1)
