"""Adds the way of the gradient."""

from solution import bn_edges

CAUGHT_BY = "test_no_arrows_into_the_inputs"
HINT = "the forward pass"

bn_edges = bn_edges | {("Y", "X")}
