"""The formula, one feature and one row at a time."""


def batchnorm_backward_alt(dout, cache):
    _, x_hat, _, var, gamma, eps = cache
    N, D = dout.shape
    dx, dgamma, dbeta = np.empty((N, D)), np.empty(D), np.empty(D)
    for d in range(D):
        dbeta[d] = sum(dout[i, d] for i in range(N))
        dgamma[d] = sum(dout[i, d] * x_hat[i, d] for i in range(N))
        for i in range(N):
            rest = dout[i, d] - (dbeta[d] + x_hat[i, d] * dgamma[d]) / N
            dx[i, d] = rest * gamma[d] / (var[d] + eps) ** 0.5
    return dx, dgamma, dbeta
