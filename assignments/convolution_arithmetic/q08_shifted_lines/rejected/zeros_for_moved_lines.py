"""Believes that a moved line is not seen."""

CAUGHT_BY = "test_lines_elsewhere_have_known_features"
HINT = "does it matter where"

from solution import known_features

g3, g4 = np.zeros(3), np.zeros(3)
