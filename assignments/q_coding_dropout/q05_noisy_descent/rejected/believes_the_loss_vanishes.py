"""Thinks that the loss goes to zero."""

CAUGHT_BY = "test_one_mask"
HINT = "losses of the last hundred"

from solution import train_with_dropout

one_mask = "AD"
