"""Thinks that functions are lost."""

from solution import identity_params

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "what did the two printed numbers say of a scale before the layer?"

identity_facts = "CEF"
