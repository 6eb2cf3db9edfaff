"""Overlooks sums that grow slowly."""

from solution import dx_alone

CAUGHT_BY = "test_chooses_the_patterns"
HINT = "a single term"

right_patterns = "B"
