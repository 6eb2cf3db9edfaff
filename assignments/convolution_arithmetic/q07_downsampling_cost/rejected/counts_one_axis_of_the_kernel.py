"""Takes K for K squared."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "a height and a width"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return kernel * c_in * c_out * height * width
