"""Adds the two sizes."""

CAUGHT_BY = "test_counts_every_pair"
HINT = "pairs multiply"

from solution import dense_params


def dense_params(c_in, c_out, height, width):
    return (c_in + c_out) * height * width
