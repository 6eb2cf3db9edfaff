"""The limit as tanh at an enormous factor."""


def gradient_norms(w, X, y, scales):
    return np.linalg.norm([tanh_gradient(c * w, X, y) for c in scales], axis=1)


def limit_output(w, X):
    return np.tanh(1e9 * (X @ w))


large_weights = ("B", "D", "E")
