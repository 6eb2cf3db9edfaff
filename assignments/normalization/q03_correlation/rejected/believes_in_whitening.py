"""Circles and independence."""

from solution import contour_axes

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "does a tilted contour lose its tilt"

correlation_facts = "AD"
