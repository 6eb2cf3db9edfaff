"""Believes that no 2x2 kernel can be invariant."""

CAUGHT_BY = "test_changes_are_the_breaking_ones"
HINT = "is any of them special"

from solution import known_features

breaks_the_rule = "ABDEF"
