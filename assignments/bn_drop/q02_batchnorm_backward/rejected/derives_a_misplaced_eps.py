"""The right gradient of a forward pass with eps outside the root."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "inside the square root"
TRUE = ("one of the two is missing or wrong",)


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    c, s = x - mean, np.sqrt(var) + eps
    dbeta = dout.sum(axis=0)
    dgamma = (dout * c / (np.sqrt(var) + eps)).sum(axis=0)
    dx_hat = dout * gamma
    dvar = (dx_hat * c).sum(axis=0) * -0.5 / s**2 / np.sqrt(var)
    dc = dx_hat / s + dvar * 2 * c / N
    dx = dc - dc.mean(axis=0)
    return dx, dgamma, dbeta
