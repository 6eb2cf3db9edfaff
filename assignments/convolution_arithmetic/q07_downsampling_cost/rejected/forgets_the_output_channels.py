"""Counts one output channel."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "every output channel"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return kernel**2 * c_in * height * width
