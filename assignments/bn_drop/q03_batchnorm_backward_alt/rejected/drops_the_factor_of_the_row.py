"""The closed form without x_hat before the last mean, as printed derivations have it."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "the same number for every row"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dbeta / N - dgamma / np.sqrt(var + eps) / N)
    return dx, dgamma, dbeta
