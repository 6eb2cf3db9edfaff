"""Sends a signal of exactly 0 to 1."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "what is c times 0"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return np.where(X @ w >= 0, 1.0, -1.0)
