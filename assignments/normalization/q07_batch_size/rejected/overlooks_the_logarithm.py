"""Thinks that 1/j has a mean."""

from solution import dx_alone

CAUGHT_BY = "test_chooses_the_patterns"
HINT = "logarithm"

right_patterns = "BC"
