"""Leaves the change of units out."""

CAUGHT_BY = "test_like_batch_norm_is_right"
HINT = "when a column grows"

from solution import effective_lengths

like_batch_norm = "B"
