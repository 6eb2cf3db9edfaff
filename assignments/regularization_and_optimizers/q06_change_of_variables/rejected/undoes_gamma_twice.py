"""Inverts the matrix of the penalty, Gamma^T Gamma."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "with one Gamma"


def effective_data(X, Gamma):
    return X @ np.linalg.inv(Gamma.T @ Gamma)
