"""Averages over masks of 0 and 1."""

CAUGHT_BY = "test_compares_any_number_of_inputs"
HINT = "divided by 1 - p_drop"

from solution import tug_of_war, why_shared


def compare(x, y):
    without = x * y / (x @ x)
    second = np.outer(x, x) / 4 + np.diag(x**2) / 4
    dropped = np.linalg.solve(second, x * y / 2)
    return without, dropped, without * x, dropped * x
