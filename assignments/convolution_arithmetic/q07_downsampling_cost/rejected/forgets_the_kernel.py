"""Counts a 1x1 window."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "more than one entry"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return c_in * c_out * height * width
