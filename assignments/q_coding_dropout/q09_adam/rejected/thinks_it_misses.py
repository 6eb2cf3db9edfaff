"""Thinks that Adam does not fit the row."""

CAUGHT_BY = "test_adam_claims"
HINT = "multiply"

from solution import adam_solution, final_weights

adam_claims = "ACD"
