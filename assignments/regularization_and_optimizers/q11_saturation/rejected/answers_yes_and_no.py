"""Answers with a list of booleans."""

CAUGHT_BY = "test_large_weights_names_letters"
MISCONCEPTION = False

from solution import gradient_norms, limit_output

large_weights = [False, True, False, True, True]
