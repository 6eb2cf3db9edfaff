"""Overlooks the border of zeros."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "among zeros"

from solution import known_features

breaks_the_rule = "BDF"
