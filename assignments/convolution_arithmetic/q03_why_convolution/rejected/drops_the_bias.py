"""Believes that convolutions need no bias."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "black image"

from solution import good_reasons

good_reasons = "ACEFG"
