"""Omits mu to Z."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_z"
HINT = "the numerator"

bn_edges = bn_edges - {("mu", "Z")}
