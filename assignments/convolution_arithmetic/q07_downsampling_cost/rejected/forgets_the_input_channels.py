"""Counts one input channel."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "reads all input channels"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return kernel**2 * c_out * height * width
