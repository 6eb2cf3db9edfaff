"""Refuses to answer."""

CAUGHT_BY = "test_lines_elsewhere_have_known_features"
HINT = "does it matter where"

from solution import known_features

g3, g4 = "cannot know", "cannot know"
