"""The negative gradient."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "which way round"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 / len(y) * ((y - out) * (1 - out**2)) @ X
