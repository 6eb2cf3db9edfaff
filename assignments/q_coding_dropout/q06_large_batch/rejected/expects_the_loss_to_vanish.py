"""Thinks that the loss goes to zero."""

CAUGHT_BY = "test_large_batch"
HINT = "the row of zeros"

from solution import average_descent

large_batch = "ABE"
