"""Adds zero means."""

CAUGHT_BY = "test_like_batch_norm_is_right"
HINT = "subtract anything"

from solution import effective_lengths

like_batch_norm = "BCD"
