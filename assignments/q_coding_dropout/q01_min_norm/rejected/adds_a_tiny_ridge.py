"""Inverts X^T X after adding a little, which does not fit exactly."""

CAUGHT_BY = "test_fits_every_row"
HINT = "only so that it can be inverted"


def min_norm(X, y):
    return np.linalg.solve(X.T @ X + 1e-4 * np.eye(X.shape[1]), X.T @ y)
