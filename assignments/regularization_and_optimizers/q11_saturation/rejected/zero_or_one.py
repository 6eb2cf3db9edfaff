"""The limit of the logistic function."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "the logistic function"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return (X @ w > 0).astype(float)
