"""Adds X to Y."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_y"
HINT = "through Z only"

bn_edges = bn_edges | {("X", "Y")}
