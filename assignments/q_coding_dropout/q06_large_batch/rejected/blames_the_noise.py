"""Blames the sampling for the gap after 1000 steps, as is often done."""

CAUGHT_BY = "test_large_batch"
HINT = "compare the average loss with the training loss"

from solution import average_descent

large_batch = "AD"
