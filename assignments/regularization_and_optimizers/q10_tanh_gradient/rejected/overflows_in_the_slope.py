"""Takes the slope by cosh, times sinh of the signal, which overflows."""

CAUGHT_BY = "test_survives_large_weights"
HINT = "which function overflows"


def tanh_gradient(w, X, y):
    s = X @ w
    out = np.sinh(s) / np.cosh(s)
    return 2 / len(y) * ((out - y) / np.cosh(s) ** 2) @ X
