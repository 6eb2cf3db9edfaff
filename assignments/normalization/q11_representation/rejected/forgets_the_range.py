"""Leaves D out."""

from solution import bn_net

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "a standardized batch"

representation_facts = "AE"
