"""Thinks that the descent diverges at 0."""

CAUGHT_BY = "test_why_jump"
HINT = "in Question 2"

from solution import w_of_p

why_jump = "D"
