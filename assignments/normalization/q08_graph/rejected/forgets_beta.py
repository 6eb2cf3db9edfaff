"""Omits beta."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_y"
HINT = "the last formula again"

bn_edges = bn_edges - {("beta", "Y")}
