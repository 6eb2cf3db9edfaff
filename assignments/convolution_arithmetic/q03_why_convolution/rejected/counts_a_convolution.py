"""Counts a 3x3 convolution."""

CAUGHT_BY = "test_counts_every_pair"
HINT = "the output map has a height"

from solution import dense_params


def dense_params(c_in, c_out, height, width):
    return c_in * c_out * 9
