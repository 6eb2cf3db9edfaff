"""Counts every copy of a weight."""

CAUGHT_BY = "test_counts_what_is_free"
HINT = "free only once"

from solution import free_params


def free_params(D, K):
    return (D * (D - K + 1), (D - K + 1) * K)
