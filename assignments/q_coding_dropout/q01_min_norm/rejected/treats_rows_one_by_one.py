"""Divides by the squared length of each row, as if the rows were orthogonal."""

CAUGHT_BY = "test_fits_every_row"
HINT = "rows are not at right angles"


def min_norm(X, y):
    return X.T @ (y / (X**2).sum(axis=1))
