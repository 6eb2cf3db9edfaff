"""The negative of the answer: the factor has to be positive."""

CAUGHT_BY = "test_gives_the_worked_example"


def effective_data(X, Gamma):
    return -X @ np.linalg.inv(Gamma)
