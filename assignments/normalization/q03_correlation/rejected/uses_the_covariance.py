"""Adds statement E."""

from solution import contour_axes

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "which statistics stand"

correlation_facts = "BCEF"
