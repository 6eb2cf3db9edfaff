"""Leaves out the derivative of the signal."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "when one weight changes"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return np.mean(2 * (out - y) * (1 - out**2))
