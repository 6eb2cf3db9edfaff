"""Adds statement F."""

from solution import bn_net

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "w1 = 10"

representation_facts = "ADEF"
