"""Subtracts sums where the formula has means."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "one of the three paths is missing or wrong"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = dout.shape[0]
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    std = np.sqrt(var + eps)
    dx = gamma / std * (dout - dbeta - x_hat * dgamma)
    return dx, dgamma, dbeta
