"""Every node of the graph, the mean's own road through the variance too."""


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = x.shape[0]
    inverse = 1.0 / np.sqrt(var + eps)
    dx_hat = dout * gamma
    dinverse = np.sum(dx_hat * (x - mean), axis=0)
    dvar = dinverse * -0.5 * (var + eps) ** -1.5
    dmean = -np.sum(dx_hat, axis=0) * inverse
    dmean = dmean + dvar * np.sum(-2.0 * (x - mean), axis=0) / N
    dx = dx_hat * inverse + dmean / N + dvar * 2.0 * (x - mean) / N
    return [dx, np.sum(dout * x_hat, axis=0), np.sum(dout, axis=0)]
