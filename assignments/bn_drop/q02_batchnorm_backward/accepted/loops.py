"""One entry at a time: every output's dependence on every input."""


def batchnorm_backward(dout, cache):
    x, _, mean, var, gamma, eps = cache
    N, D = dout.shape
    dx, dgamma, dbeta = np.zeros((N, D)), [0.0] * D, [0.0] * D
    for d in range(D):
        s = (var[d] + eps) ** 0.5
        for j in range(N):
            z = (x[j, d] - mean[d]) / s
            dgamma[d] += dout[j, d] * z
            dbeta[d] += dout[j, d]
            for i in range(N):
                slope = (i == j) - 1 / N - (x[i, d] - mean[d]) * z / s / N
                dx[i, d] += dout[j, d] * gamma[d] * slope / s
    return dx, dgamma, dbeta
