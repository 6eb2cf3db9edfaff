"""Thinks that the factor is not defined at 0."""

CAUGHT_BY = "test_why_jump"
HINT = "put 0 into it"

from solution import w_of_p

why_jump = "C"
