"""tanh by its definition, which overflows."""

CAUGHT_BY = "test_survives_large_weights"
HINT = "which function overflows"


def tanh_gradient(w, X, y):
    up, down = np.exp(X @ w), np.exp(-(X @ w))
    out = (up - down) / (up + down)
    return 2 / len(y) * ((out - y) * (1 - out**2)) @ X
