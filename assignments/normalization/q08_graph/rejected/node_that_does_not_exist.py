"""Adds eps as a node."""

from solution import bn_edges

CAUGHT_BY = "test_is_a_set_of_pairs"
HINT = "the nodes are called"

bn_edges = bn_edges | {("eps", "Z")}
