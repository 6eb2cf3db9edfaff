"""Guesses the mean of what is known."""

CAUGHT_BY = "test_lines_elsewhere_have_known_features"
HINT = "does it matter where"

from solution import known_features

g3, g4 = (g1 + g2) / 2, (g1 + g2) / 2
