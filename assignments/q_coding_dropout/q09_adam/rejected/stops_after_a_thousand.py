"""Reads the end off the first thousand steps."""

CAUGHT_BY = "test_adam_claims"
HINT = "after 1000 and after 10,000"

from solution import adam_solution, final_weights

adam_claims = "ACE"
