"""Writes the gradient out; the limit by cases."""


def gradient_norms(w, X, y, scales):
    out = np.tanh(np.outer(scales, X @ w))
    grads = 2 / len(y) * ((out - y) * (1 - out**2)) @ X
    return np.sqrt((grads**2).sum(axis=1))


def limit_output(w, X):
    signal = X @ w
    return (signal > 0).astype(float) - (signal < 0)


large_weights = {"B", "D", "E"}
