"""Names three of four reasons."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "what the second layer sees"

from solution import good_reasons

good_reasons = "ACE"
