"""Overlooks what the counts say."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "the two counts"

from solution import good_reasons

good_reasons = "ACG"
