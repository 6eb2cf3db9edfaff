"""Adds the biases."""

CAUGHT_BY = "test_counts_every_pair"
HINT = "biases are not counted"

from solution import dense_params


def dense_params(c_in, c_out, height, width):
    return c_in * c_out * (height * width) ** 2 + c_out * height * width
