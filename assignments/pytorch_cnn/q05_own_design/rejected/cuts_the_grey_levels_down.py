"""Keeps three grey levels, so faint images lose their strokes."""

CAUGHT_BY = "test_own_network_reads_faint_images"
HINT = "what is left of a stroke"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        return super().forward((2 * X).round() / 2)
