"""Thinks that dropout converges to the solution without it."""

CAUGHT_BY = "test_one_mask"
HINT = "Questions 1 and 3"

from solution import train_with_dropout

one_mask = "BC"
