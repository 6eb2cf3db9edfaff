"""Adds noise in evaluation too."""

CAUGHT_BY = "test_own_network_looks_at_one_image"
HINT = "is anything still random"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        return super().forward(X + 0.05 * torch.randn_like(X))
