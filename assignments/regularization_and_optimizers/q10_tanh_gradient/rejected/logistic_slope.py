"""The derivative of the logistic function."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "derivative of tanh?"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 / len(y) * ((out - y) * out * (1 - out)) @ X
