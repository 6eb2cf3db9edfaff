"""Counts weights instead of operations."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "each of them once"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return kernel * kernel * c_in * c_out
