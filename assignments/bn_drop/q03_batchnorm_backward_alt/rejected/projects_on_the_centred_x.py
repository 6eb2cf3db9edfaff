"""Projects on x - mean in the place of x_hat."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "the path through the variance"
TRUE = ("scaling x never changes the output",)


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = dout.shape[0]
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    std = np.sqrt(var + eps)
    dx = gamma / (N * std) * (N * dout - dbeta - (x - mean) * dgamma)
    return dx, dgamma, dbeta
