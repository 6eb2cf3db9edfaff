"""Adds statement B."""

from solution import identity_params

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "the two printed numbers"

identity_facts = "ABEF"
