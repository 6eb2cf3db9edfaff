"""1 - tanh, equal at w = 0."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "derivative of tanh?"


def tanh_gradient(w, X, y):
    out = np.tanh(X @ w)
    return 2 / len(y) * ((out - y) * (1 - out)) @ X
