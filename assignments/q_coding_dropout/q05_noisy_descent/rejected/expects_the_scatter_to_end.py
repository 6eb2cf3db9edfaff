"""Thinks that a fixed rate brings the scatter to an end."""

CAUGHT_BY = "test_one_mask"
HINT = "the gradient of a single row"

from solution import train_with_dropout

one_mask = "BDE"
