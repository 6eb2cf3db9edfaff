"""Leaves B out."""

from solution import contour_axes

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "what stays"

correlation_facts = "CF"
