"""tanh by exponentials that cannot overflow, the slope by cosh, which may."""


def tanh_gradient(w, X, y):
    s = np.asarray(X) @ w
    small = np.exp(-2 * np.abs(s))
    out = np.sign(s) * (1 - small) / (1 + small)
    slope = 1 / np.cosh(s) ** 2
    return np.sum(2 * ((out - y) * slope)[:, None] * X, axis=0) / X.shape[0]
