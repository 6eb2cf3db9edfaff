"""Uses the height twice."""

CAUGHT_BY = "test_counts_every_multiplication"
HINT = "need not be square"

from solution import pool_savings


def conv_macs(c_in, c_out, height, width, kernel):
    return kernel**2 * c_in * c_out * height**2
