"""Gives gamma times dy."""

from solution import limiting_gradient

CAUGHT_BY = "test_one_example"
HINT = "through its own mean"

dx_alone = 35.0
