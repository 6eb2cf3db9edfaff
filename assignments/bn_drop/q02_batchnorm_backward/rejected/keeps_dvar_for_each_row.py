"""Forgets that all rows share the variance."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "one of the three paths is missing or wrong"


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N, D = x.shape
    dbeta = np.sum(dout, axis=0)
    dgamma = np.sum(dout * x_hat, axis=0)
    dx_hat = dout * gamma
    dvar = dx_hat * (x - mean) * -0.5 * (var + eps) ** -1.5
    dmean = -np.sum(dx_hat, axis=0) / np.sqrt(var + eps)
    dmean = dmean + dvar * np.mean(-2 * (x - mean), axis=0)
    dx = dx_hat / np.sqrt(var + eps) + dvar * 2 * (x - mean) / N + dmean / N
    return dx, dgamma, dbeta
