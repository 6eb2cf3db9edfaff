"""Returns the weights with dropout first."""

CAUGHT_BY = "test_compares_any_number_of_inputs"
HINT = "without dropout comes first"

from solution import tug_of_war, why_shared


def compare(x, y):
    without = x * y / (x @ x)
    second = np.outer(x, x) + np.diag(x**2)
    dropped = np.linalg.solve(second, x * y)
    return dropped, without, dropped * x, without * x
