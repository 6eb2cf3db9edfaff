"""No factor 2, and no mean."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "and a square brings a factor"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return ((out - y) * (1 - out**2)) @ X
