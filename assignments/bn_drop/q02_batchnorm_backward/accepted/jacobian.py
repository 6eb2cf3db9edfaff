"""The Jacobian of each column, as a matrix."""


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N, D = dout.shape
    dx = np.zeros((N, D))
    for d in range(D):
        z = x_hat[:, d]
        jacobian = np.eye(N) - np.ones((N, N)) / N - np.outer(z, z) / N
        dx[:, d] = jacobian @ dout[:, d] * gamma[d] / np.sqrt(var[d] + eps)
    return dx, np.einsum("nd,nd->d", dout, x_hat), np.ones(N) @ dout
