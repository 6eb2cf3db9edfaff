"""Believes that the output does not move."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "does the output map stay"

from solution import good_reasons

good_reasons = "ABCEG"
