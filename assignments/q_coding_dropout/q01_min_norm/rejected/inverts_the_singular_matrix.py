"""Uses the formula for tall systems: X^T X has no inverse."""

CAUGHT_BY = "test_solves_a_worked_example"
HINT = "which rank has X^T X"


def min_norm(X, y):
    return np.linalg.inv(X.T @ X) @ X.T @ y
