"""The sum in the place of the mean."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "not a sum"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 * ((out - y) * (1 - out**2)) @ X
