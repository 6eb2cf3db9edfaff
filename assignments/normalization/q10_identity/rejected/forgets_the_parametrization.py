"""Leaves E out."""

from solution import identity_params

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "depend on in Question 1"

identity_facts = "AF"
