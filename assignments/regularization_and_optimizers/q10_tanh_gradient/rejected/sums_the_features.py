"""One number for each row."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "one number for each weight"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 / len(y) * (out - y) * (1 - out**2) * X.sum(axis=1)
