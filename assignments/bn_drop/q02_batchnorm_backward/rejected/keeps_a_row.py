"""Gives dgamma and dbeta the shape (1, D)."""

CAUGHT_BY = "test_gives_dgamma_and_dbeta_of_a_worked_example"
HINT = "one number a feature"


def batchnorm_backward(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0, keepdims=True)
    dgamma = (dout * x_hat).sum(axis=0, keepdims=True)
    dx_hat = dout * gamma
    c, s = x - mean, np.sqrt(var + eps)
    dvar = (dx_hat * c).sum(axis=0) * -0.5 / s**3
    dc = dx_hat / s + dvar * 2 * c / N
    dx = dc - dc.mean(axis=0)
    return dx, dgamma, dbeta
