"""Leaves C out."""

from solution import contour_axes

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "the eigenvectors"

correlation_facts = "BF"
