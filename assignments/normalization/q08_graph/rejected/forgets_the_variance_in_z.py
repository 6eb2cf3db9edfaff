"""Omits sigma2 to Z."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_z"
HINT = "the denominator"

bn_edges = bn_edges - {("sigma2", "Z")}
