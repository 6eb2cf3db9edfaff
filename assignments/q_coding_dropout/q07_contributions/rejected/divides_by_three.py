"""Knows the result for two inputs."""

CAUGHT_BY = "test_compares_any_number_of_inputs"
HINT = "how many inputs share"

from solution import tug_of_war, why_shared


def compare(x, y):
    without, dropped = x * y / (x @ x), y / 3 / x
    return without, dropped, without * x, dropped * x
