"""Divides outputs by inputs, one by one, as if windows had one entry."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "a sum over the whole window"


def recover_filter(x, y, kernel_size):
    return y[:kernel_size] / x[:kernel_size]
