"""Returns X."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "has to undo Gamma"


def effective_data(X, Gamma):
    return X
