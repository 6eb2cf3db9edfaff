"""One gradient for each row."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "each row has its share"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return (2 * (out - y) * (1 - out**2))[:, None] * X
