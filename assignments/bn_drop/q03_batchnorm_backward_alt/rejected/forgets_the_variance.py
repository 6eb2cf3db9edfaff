"""Only centres the gradient."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "the path through the variance"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dbeta / N)
    return dx, dgamma, dbeta
