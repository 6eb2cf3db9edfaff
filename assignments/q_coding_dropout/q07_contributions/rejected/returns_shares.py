"""Returns shares of the output."""

CAUGHT_BY = "test_compares_any_number_of_inputs"
HINT = "in the units of y"

from solution import tug_of_war, why_shared


def compare(x, y):
    without = x * y / (x @ x)
    second = np.outer(x, x) + np.diag(x**2)
    dropped = np.linalg.solve(second, x * y)
    return without, dropped, without * x / y, dropped * x / y
