"""Counts pairs of pixels in one channel."""

CAUGHT_BY = "test_counts_every_pair"
HINT = "the maps have channels"

from solution import dense_params


def dense_params(c_in, c_out, height, width):
    return (height * width) ** 2
