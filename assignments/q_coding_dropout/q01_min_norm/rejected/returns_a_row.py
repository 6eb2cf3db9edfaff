"""Gives the first row, which is a sum of rows, whatever y is."""

CAUGHT_BY = "test_stays_in_the_row_space"
HINT = "with y, w grows as well"


def min_norm(X, y):
    return X[0]
