"""Counts every entry of the matrix for the convolution too."""

CAUGHT_BY = "test_counts_what_is_free"
HINT = "free only once"

from solution import free_params


def free_params(D, K):
    return D * (D - K + 1), D * (D - K + 1)
