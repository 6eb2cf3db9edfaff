"""Names a letter that is not offered."""

CAUGHT_BY = "test_large_batch_is_letters"
MISCONCEPTION = False

from solution import average_descent

large_batch = "F"
