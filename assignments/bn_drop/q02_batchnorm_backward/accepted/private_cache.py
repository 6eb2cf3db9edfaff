"""A forward pass with a cache of its own, and the backward pass to it."""


def batchnorm_forward(x, gamma, beta, bn_param):
    s = np.sqrt(x.var(axis=0) + bn_param.get("eps", 1e-5))
    x_hat = (x - x.mean(axis=0)) / s
    return gamma * x_hat + beta, {"normalized": x_hat, "slope": gamma / s}


def batchnorm_backward(dout, cache):
    x_hat, slope = cache["normalized"], cache["slope"]
    dgamma, dbeta = np.sum(dout * x_hat, axis=0), np.sum(dout, axis=0)
    return slope * (dout - (dbeta + x_hat * dgamma) / len(dout)), dgamma, dbeta
