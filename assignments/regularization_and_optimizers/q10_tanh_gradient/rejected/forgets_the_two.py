"""No factor 2."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "brings a factor"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 1 / len(y) * ((out - y) * (1 - out**2)) @ X
