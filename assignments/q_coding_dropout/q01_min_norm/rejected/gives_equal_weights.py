"""Gives all unknowns the same value: [1, 1]."""

CAUGHT_BY = "test_stays_in_the_row_space"
HINT = "equal weights are not the shortest"


def min_norm(X, y):
    return np.ones(X.shape[1]) * y[0] / X[0].sum()
