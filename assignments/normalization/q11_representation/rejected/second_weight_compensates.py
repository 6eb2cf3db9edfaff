"""Adds statement B."""

from solution import bn_net

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "w2 acts after phi"

representation_facts = "ABDE"
