"""Sets all but the first n unknowns to zero: [1.1, 0]."""

CAUGHT_BY = "test_stays_in_the_row_space"
HINT = "not the shortest"


def min_norm(X, y):
    n = len(y)
    return np.concatenate([np.linalg.solve(X[:, :n], y), np.zeros(X.shape[1] - n)])
