"""Gives dy."""

from solution import limiting_gradient

CAUGHT_BY = "test_one_example"
HINT = "the whole batch"

dx_alone = 7.0
