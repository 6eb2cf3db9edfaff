"""Averages dgamma and dbeta over the batch."""

CAUGHT_BY = "test_gives_a_worked_example"
HINT = "not averaged"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.mean(axis=0)
    dgamma = (dout * x_hat).mean(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dbeta - x_hat * dgamma)
    return dx, dgamma, dbeta
