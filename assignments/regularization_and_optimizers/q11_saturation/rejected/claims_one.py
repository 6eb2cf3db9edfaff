"""Believes that every prediction tends to 1."""

CAUGHT_BY = "test_large_weights_is_right"
HINT = "negative signal"

from solution import gradient_norms, limit_output

large_weights = "ABDE"
