"""X Gamma^T, for an orthogonal Gamma."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "the inverse or the transpose"


def effective_data(X, Gamma):
    return X @ Gamma.T
