"""Counts only the band of the dense matrix."""

CAUGHT_BY = "test_counts_what_is_free"
HINT = "fill the whole matrix"

from solution import free_params


def free_params(D, K):
    return ((D - K + 1) * K, K)
