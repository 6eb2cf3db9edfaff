"""Takes gamma and beta for statistics."""

from solution import identity_params

CAUGHT_BY = "test_chooses_the_true_statements"
HINT = "gradient descent change"

identity_facts = "ADEF"
