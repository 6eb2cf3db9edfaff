"""Leaves F out."""

from solution import identity_params

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "enter mu and sigma2"

identity_facts = "AE"
