"""Answers with a sentence."""

CAUGHT_BY = "test_like_batch_norm_names_letters"
HINT = "should use the letters"

from solution import effective_lengths

like_batch_norm = "same size"
