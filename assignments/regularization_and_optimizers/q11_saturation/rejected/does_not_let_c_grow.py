"""The prediction at c = 1."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "let c grow"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return np.tanh(X @ w)
