"""Leaves E out."""

from solution import bn_net

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "what do gamma and beta"

representation_facts = "AD"
