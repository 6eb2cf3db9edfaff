"""Two projections of each column, one matrix for each feature."""


def batchnorm_backward_alt(dout, cache):
    _, x_hat, _, var, gamma, eps = cache
    N = len(dout)
    z = x_hat.T
    inner = np.eye(N) - 1 / N - z[:, :, None] * z[:, None, :] / N
    dx = np.einsum("dij,jd->id", inner, dout) * (gamma / np.sqrt(var + eps))
    return dx, np.diag(z @ dout), dout.sum(0)
