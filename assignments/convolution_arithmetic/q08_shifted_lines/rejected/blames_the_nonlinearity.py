"""Believes that tanh depends on the place."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "acts on every entry alone"

from solution import known_features

breaks_the_rule = "ABCDF"
