"""The last mean is taken of dout alone."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "which factor has to stay inside the sum"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dbeta / N - (x - mean) / (var + eps) * dbeta / N)
    return dx, dgamma, dbeta
