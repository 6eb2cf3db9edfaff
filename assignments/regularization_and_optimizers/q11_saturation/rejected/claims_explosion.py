"""Believes that the gradient explodes."""

CAUGHT_BY = "test_large_weights_is_right"
HINT = "growing factor"

from solution import gradient_norms, limit_output

large_weights = "BCDE"
