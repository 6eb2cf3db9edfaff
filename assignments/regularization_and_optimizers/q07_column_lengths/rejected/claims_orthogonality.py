"""Adds orthogonal columns."""

CAUGHT_BY = "test_like_batch_norm_is_right"
HINT = "does it turn them"

from solution import effective_lengths

like_batch_norm = "ABD"
