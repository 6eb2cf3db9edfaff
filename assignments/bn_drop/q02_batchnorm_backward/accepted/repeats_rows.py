"""Writes every shared value out for all rows, and sums by matrix products."""


def batchnorm_backward(dout, cache):
    x, _, mean, var, gamma, eps = cache
    N, D = dout.shape
    ones = np.ones((1, N))
    s = np.tile(np.sqrt(var + eps), (N, 1))
    c = x - np.tile(mean, (N, 1))
    dx_hat = dout @ np.diag(gamma)
    dvar = np.repeat(ones @ (dx_hat * c * -0.5 / s**3), N, axis=0)
    dmean = np.repeat(ones @ (-dx_hat / s), N, axis=0)
    dx = dx_hat / s + 2 * dvar * c / N + dmean / N
    return dx, (ones @ (dout * c / s))[0], (ones @ dout).reshape(D)
