"""Thinks that the step size has to stay the same."""

CAUGHT_BY = "test_same_steps_is_right"
HINT = "about the other steps"

from solution import decay_rate

same_steps = "A"
