"""No gradient through the mean."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "the path through the mean"
TRUE = ("one of the three paths is missing or wrong",)


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    dx_hat = dout * gamma
    c, s = x - mean, np.sqrt(var + eps)
    dvar = (dx_hat * c).sum(axis=0) * -0.5 / s**3
    dc = dx_hat / s + dvar * 2 * c / N
    dx = dc
    return dx, dgamma, dbeta
