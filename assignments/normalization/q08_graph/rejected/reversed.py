"""Draws the backward pass."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_y"
HINT = "starts at what is needed"
TRUE = ("does any formula compute an input",)

bn_edges = {(end, start) for start, end in bn_edges}
