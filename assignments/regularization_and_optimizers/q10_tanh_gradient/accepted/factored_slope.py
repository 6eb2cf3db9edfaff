"""The slope as (1 - tanh)(1 + tanh), the mean over rows at the end."""


def tanh_gradient(w, X, y):
    out = np.tanh(np.einsum("nd,d->n", X, w))
    per_row = 2 * (out - y) * (1 - out) * (1 + out)
    return np.mean(per_row[:, None] * X, axis=0)
