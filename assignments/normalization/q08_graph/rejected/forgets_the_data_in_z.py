"""Omits X to Z: the main term of the gradient is lost."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_z"
HINT = "in front of the minus sign"

bn_edges = bn_edges - {("X", "Z")}
