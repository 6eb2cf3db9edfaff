"""Claims the equality for Adam."""

CAUGHT_BY = "test_same_steps_is_right"
HINT = "before it acts"

from solution import decay_rate

same_steps = "ACD"
