"""1 - s^2 in the place of 1 - tanh(s)^2."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "which one did you square"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 / len(y) * ((out - y) * (1 - (X @ w) ** 2)) @ X
