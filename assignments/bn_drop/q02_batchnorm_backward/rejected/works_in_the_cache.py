"""Scales dout and centres x in place."""

CAUGHT_BY = "test_leaves_dout_and_the_cache_alone"
HINT = "a second call needs the cache as it was"


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    s = np.sqrt(var + eps)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    dout *= gamma
    dvar = (dout * (x - mean)).sum(axis=0) * -0.5 / s**3
    x -= mean
    x *= dvar * 2 / len(dout)
    x += dout / s
    return x - x.mean(axis=0), dgamma, dbeta
