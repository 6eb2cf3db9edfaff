"""Believes that only the mean is invariant."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "largest entry"

from solution import known_features

breaks_the_rule = "ABDFG"
