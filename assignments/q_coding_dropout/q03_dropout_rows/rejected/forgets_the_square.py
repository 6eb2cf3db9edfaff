"""Returns the error of the test, not its square."""

CAUGHT_BY = "test_fits_any_rows"
HINT = "has a square"

from solution import dropout_rows


def fit_rows(X, Y, x, y):
    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    training_loss = np.mean((X @ w - Y) ** 2)
    test_loss = abs(x @ w - y)
    return w, training_loss, test_loss
