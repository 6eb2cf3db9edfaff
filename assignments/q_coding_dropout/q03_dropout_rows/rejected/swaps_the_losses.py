"""Returns the test loss first."""

CAUGHT_BY = "test_fits_any_rows"
HINT = "comes first"

from solution import dropout_rows


def fit_rows(X, Y, x, y):
    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    training_loss = np.mean((X @ w - Y) ** 2)
    test_loss = (x @ w - y) ** 2
    return w, test_loss, training_loss
