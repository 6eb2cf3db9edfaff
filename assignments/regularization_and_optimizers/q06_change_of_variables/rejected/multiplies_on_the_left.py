"""Gamma^-1 X, whose shapes fit only when n = d."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "on which side of X"


def effective_data(X, Gamma):
    return np.linalg.inv(Gamma) @ X
