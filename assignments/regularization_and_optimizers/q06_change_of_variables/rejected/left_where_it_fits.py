"""Gamma^-1 X where the shapes allow it."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "on which side of X"


def effective_data(X, Gamma):
    return (
        X @ np.linalg.inv(Gamma) if len(X) != len(Gamma) else np.linalg.inv(Gamma) @ X
    )
