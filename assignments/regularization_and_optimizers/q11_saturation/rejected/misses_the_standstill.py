"""Does not connect slope and steps."""

CAUGHT_BY = "test_large_weights_is_right"
HINT = "how long is the gradient"

from solution import gradient_norms, limit_output

large_weights = "BE"
