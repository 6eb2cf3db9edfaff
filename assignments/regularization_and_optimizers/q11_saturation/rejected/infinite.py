"""The signal grows without bound, and so does the answer."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "which values can tanh take"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return np.where(X @ w > 0, np.inf, -np.inf)
