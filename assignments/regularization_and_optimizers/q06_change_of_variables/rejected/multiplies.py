"""X Gamma."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "which matrix gives w back"


def effective_data(X, Gamma):
    return X @ Gamma
