"""Forgets eps in the term of the variance."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "where does eps enter"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (
        dout - dbeta / N - (x - mean) * (dout * (x - mean)).mean(axis=0) / var
    )
    return dx, dgamma, dbeta
