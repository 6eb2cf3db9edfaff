"""One array of its own, changed step by step."""


def batchnorm_backward_alt(dout, cache):
    _, x_hat, _, var, gamma, eps = cache
    N, D = dout.shape
    dgamma, dbeta = np.zeros_like(gamma), np.zeros_like(gamma)
    for row in range(N):
        dgamma += dout[row] * x_hat[row]
        dbeta += dout[row]
    dx = N * dout
    dx -= dbeta
    dx -= x_hat * dgamma
    dx *= gamma
    dx /= N * np.power(var + eps, 0.5)
    return dx, list(dgamma), tuple(dbeta)
