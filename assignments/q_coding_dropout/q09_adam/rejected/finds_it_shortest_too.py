"""Thinks that Adam finds the shortest solution as well."""

CAUGHT_BY = "test_adam_claims"
HINT = "lengths of the two"

from solution import adam_solution, final_weights

adam_claims = "ABC"
