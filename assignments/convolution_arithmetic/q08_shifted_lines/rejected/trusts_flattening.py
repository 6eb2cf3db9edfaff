"""Overlooks that FC looks at places."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "flattened map"

from solution import known_features

breaks_the_rule = "ABF"
