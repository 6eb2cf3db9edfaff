"""Subtracts the mean of the caller's own dout in place."""

CAUGHT_BY = "test_leaves_dout_and_the_cache_alone"
HINT = "a second call needs the cache as it was"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    dbeta, dgamma = dout.sum(axis=0), (dout * x_hat).sum(axis=0)
    dout -= dout.mean(axis=0)
    x_hat *= dgamma / len(x)
    return gamma / np.sqrt(var + eps) * (dout - x_hat), dgamma, dbeta
