"""Mean and variance are taken for constants."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "one of the three paths is missing or wrong"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * dout
    return dx, dgamma, dbeta
