"""Counts one operation more for each bias."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "no biases are counted"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return (kernel**2 * c_in + 1) * c_out * height * width
