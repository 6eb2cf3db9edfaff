"""Counts D - K outputs."""

CAUGHT_BY = "test_counts_what_is_free"
HINT = "gives D - K + 1 numbers"

from solution import free_params


def free_params(D, K):
    return D * (D - K), K
