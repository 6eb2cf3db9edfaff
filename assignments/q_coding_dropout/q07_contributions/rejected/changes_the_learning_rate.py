"""Thinks that dropout has learning rates."""

CAUGHT_BY = "test_why_shared"
HINT = "where does the learning rate stand"

from solution import compare, tug_of_war

why_shared = "ABCE"
