"""Counts two operations a MAC."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "one multiplication with its addition"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return 2 * kernel**2 * c_in * c_out * height * width
