"""Overlooks the stride."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "which pixels do the windows start at"

from solution import known_features

breaks_the_rule = "ABD"
