"""Brings the whole batch to mean 0 and spread 1 instead of each image."""

CAUGHT_BY = "test_own_network_looks_at_one_image"
HINT = "where do mean and variance come from"
TRUE = (
    "what is left of an outline",
    "how far do your training images move",
    "by how much do your training images turn",
    "how much noise do your training images have",
)

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        return self.layers((X - X.mean()) / X.std())
