"""Gives the horizontal line the features of the vertical one."""

CAUGHT_BY = "test_lines_elsewhere_have_known_features"
HINT = "can be shifted onto the image"

from solution import known_features

g3, g4 = g2, g1
