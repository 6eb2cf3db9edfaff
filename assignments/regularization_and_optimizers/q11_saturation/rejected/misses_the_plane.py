"""Believes that no row sends a gradient."""

CAUGHT_BY = "test_large_weights_is_right"
HINT = "steep is tanh at the origin"

from solution import gradient_norms, limit_output

large_weights = "BD"
