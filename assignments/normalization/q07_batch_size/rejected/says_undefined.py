"""Says that the gradient does not exist."""

from solution import limiting_gradient

CAUGHT_BY = "test_one_example"
HINT = "the derivative exists"

dx_alone = float("nan")
