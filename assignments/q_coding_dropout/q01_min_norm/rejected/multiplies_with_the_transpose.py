"""Takes X^T for the inverse."""

CAUGHT_BY = "test_fits_every_row"
HINT = "how long are the rows"


def min_norm(X, y):
    return X.T @ y
