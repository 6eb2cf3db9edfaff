"""Names three of four reasons."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "the same object is elsewhere"

from solution import good_reasons

good_reasons = "CEG"
