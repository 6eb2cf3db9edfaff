"""Claims the equality for every optimizer."""

CAUGHT_BY = "test_same_steps_is_right"
HINT = "over many later steps"

from solution import decay_rate

same_steps = "ABCD"
