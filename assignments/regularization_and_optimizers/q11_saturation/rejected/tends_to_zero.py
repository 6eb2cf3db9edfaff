"""Takes the limit of the slope."""

CAUGHT_BY = "test_limit_of_every_row"
HINT = "does tanh itself"

from solution import gradient_norms, large_weights


def limit_output(w, X):
    return np.zeros(len(X))
