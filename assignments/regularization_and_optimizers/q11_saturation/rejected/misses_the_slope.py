"""Does not see the slope vanish."""

CAUGHT_BY = "test_large_weights_is_right"
HINT = "far from the origin"

from solution import gradient_norms, limit_output

large_weights = "DE"
