"""Leaves F out."""

from solution import contour_axes

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "for rho = 0"

correlation_facts = "BC"
