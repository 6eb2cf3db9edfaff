"""Blames the arithmetic."""

CAUGHT_BY = "test_why_jump"
HINT = "in the exact formula"

from solution import w_of_p

why_jump = "A"
