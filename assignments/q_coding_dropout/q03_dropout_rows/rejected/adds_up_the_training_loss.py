"""Adds up the squared errors."""

CAUGHT_BY = "test_fits_any_rows"
HINT = "divide by the number of rows"

from solution import dropout_rows


def fit_rows(X, Y, x, y):
    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    training_loss = np.sum((X @ w - Y) ** 2)
    test_loss = (x @ w - y) ** 2
    return w, training_loss, test_loss
