"""Normalizes again for dgamma, without eps."""

CAUGHT_BY = "test_gives_dgamma_and_dbeta_of_every_batch"
HINT = "eps is missing"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * (x - mean) / np.sqrt(var)).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dbeta / N - x_hat * (dout * x_hat).mean(axis=0))
    return dx, dgamma, dbeta
