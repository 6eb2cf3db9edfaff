"""Thinks that the strong input is dropped more often."""

CAUGHT_BY = "test_why_shared"
HINT = "which probability has each coin"

from solution import compare, tug_of_war

why_shared = "ACDE"
