"""Overlooks the map that grows."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "which ones count twice"

from solution import known_features

breaks_the_rule = "ADF"
