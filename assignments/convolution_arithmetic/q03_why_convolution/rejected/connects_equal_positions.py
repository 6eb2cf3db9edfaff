"""Connects each position to itself only."""

CAUGHT_BY = "test_counts_every_pair"
HINT = "reads every number of the input map"

from solution import dense_params


def dense_params(c_in, c_out, height, width):
    return c_in * c_out * height * width
