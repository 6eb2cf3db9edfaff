"""X / Gamma, entry by entry."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "how does a matrix divide another"


def effective_data(X, Gamma):
    return X / Gamma
