"""Takes unfinished convergence for noise."""

CAUGHT_BY = "test_large_batch"
HINT = "the limit has no noise"

from solution import average_descent

large_batch = "ACD"
