"""The negative of the answer: the factor has to be positive."""

CAUGHT_BY = "test_gives_the_same_predictions"
HINT = "only the sign is wrong"


def effective_data(X, Gamma):
    return -X @ np.linalg.inv(Gamma)
