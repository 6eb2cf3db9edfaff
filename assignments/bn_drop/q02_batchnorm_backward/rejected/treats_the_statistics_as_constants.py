"""Only the direct road: mean and variance are taken for constants."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "one of the three paths is missing or wrong"


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    dx_hat = dout * gamma
    c, s = x - mean, np.sqrt(var + eps)
    dvar = 0.0
    dc = dx_hat / s
    dx = dc
    return dx, dgamma, dbeta
