"""X Gamma^-T, right for a symmetric Gamma."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "one transpose too many"


def effective_data(X, Gamma):
    return np.linalg.solve(Gamma, X.T).T
