"""Keeps five levels of each colour, so faint images lose their outlines."""

CAUGHT_BY = "test_own_network_reads_faint_images"
HINT = "what is left of an outline"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        return super().forward((4 * X).round() / 4)
