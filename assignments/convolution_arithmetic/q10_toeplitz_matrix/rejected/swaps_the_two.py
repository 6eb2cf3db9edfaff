"""Says the convolution first."""

CAUGHT_BY = "test_counts_what_is_free"
HINT = "say the dense layer first"

from solution import free_params


def free_params(D, K):
    return (K, D * (D - K + 1))
