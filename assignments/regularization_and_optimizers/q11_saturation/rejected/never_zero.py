"""Sends a signal of exactly 0 to 1."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "on the other side of the plane, or on it"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return np.where(X @ w >= 0, 1.0, -1.0)
