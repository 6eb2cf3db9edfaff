"""Answers with a sentence."""

CAUGHT_BY = "test_like_batch_norm_names_letters"
MISCONCEPTION = False

from solution import effective_lengths

like_batch_norm = "same size"
