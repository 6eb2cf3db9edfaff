"""Leaves out that relying on one input is costly."""

CAUGHT_BY = "test_why_shared"
HINT = "only input that works"

from solution import compare, tug_of_war

why_shared = "AC"
