"""Leaves the equal sizes out."""

CAUGHT_BY = "test_like_batch_norm_is_right"
HINT = "what do they depend on"

from solution import effective_lengths

like_batch_norm = "D"
