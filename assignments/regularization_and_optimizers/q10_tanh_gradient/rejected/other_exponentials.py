"""tanh by exp(2 s), which overflows on one side."""

CAUGHT_BY = "test_survives_large_weights"
HINT = "which function overflows"


def tanh_gradient(w, X, y):
    square = np.exp(2 * (X @ w))
    out = (square - 1) / (square + 1)
    return 2 / len(y) * ((out - y) * (1 - out**2)) @ X
