"""Answers with numbers."""

CAUGHT_BY = "test_same_steps_names_letters"
HINT = "should use the letters"

from solution import decay_rate

same_steps = "1, 4"
