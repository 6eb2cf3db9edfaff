"""tanh tends to 1 regardless of the sign."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "on the other side of the plane, or on it"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return np.ones(len(X))
