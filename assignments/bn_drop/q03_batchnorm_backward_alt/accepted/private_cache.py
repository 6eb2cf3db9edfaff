"""A forward pass with a cache of its own, and the formula for it."""

from types import SimpleNamespace


def batchnorm_forward(x, gamma, beta, bn_param):
    var = x.var(axis=0) + bn_param.get("eps", 1e-5)
    x_hat = (x - x.mean(axis=0)) * var**-0.5
    return gamma * x_hat + beta, SimpleNamespace(x_hat=x_hat, slope=gamma * var**-0.5)


def batchnorm_backward_alt(dout, cache):
    def project(g):
        return g - np.mean(g, axis=0) - cache.x_hat * np.mean(g * cache.x_hat, axis=0)

    dgamma = np.einsum("nd,nd->d", dout, cache.x_hat)
    return [cache.slope * project(dout), dgamma, np.einsum("nd->d", dout)]
