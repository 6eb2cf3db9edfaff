"""Doubles x in testing."""

CAUGHT_BY = "test_fits_any_rows"
HINT = "in testing nothing is dropped"

from solution import dropout_rows


def fit_rows(X, Y, x, y):
    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    training_loss = np.mean((X @ w - Y) ** 2)
    test_loss = (2 * x @ w - y) ** 2
    return w, training_loss, test_loss
