"""Compares y with the signal."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "compares y with tanh"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 / len(y) * ((X @ w - y) * (1 - out**2)) @ X
