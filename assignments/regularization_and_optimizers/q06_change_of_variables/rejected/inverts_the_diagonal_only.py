"""Divides by the diagonal, which is right for a diagonal Gamma."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "entry by entry"


def effective_data(X, Gamma):
    return X / np.diag(Gamma)
