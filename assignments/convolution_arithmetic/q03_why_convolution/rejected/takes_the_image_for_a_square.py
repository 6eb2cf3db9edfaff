"""Uses the height twice."""

CAUGHT_BY = "test_counts_every_pair"
HINT = "need not be square"

from solution import good_reasons


def dense_params(c_in, c_out, height, width):
    return c_in * height**2 * c_out * height**2
