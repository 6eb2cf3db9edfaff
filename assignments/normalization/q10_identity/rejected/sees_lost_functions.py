"""Thinks that functions are lost."""

from solution import identity_params

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "the parameters that you found"

identity_facts = "CEF"
