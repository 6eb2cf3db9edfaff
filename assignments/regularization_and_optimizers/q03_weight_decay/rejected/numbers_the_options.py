"""Answers with numbers."""

CAUGHT_BY = "test_same_steps_names_letters"
MISCONCEPTION = False

from solution import decay_rate

same_steps = "1, 4"
