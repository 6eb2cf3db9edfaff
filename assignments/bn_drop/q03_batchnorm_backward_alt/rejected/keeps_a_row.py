"""Gives dgamma and dbeta the shape (1, D)."""

CAUGHT_BY = "test_gives_a_worked_example"
HINT = "one number a feature"


def batchnorm_backward_alt(dout, cache):
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    dbeta = dout.sum(axis=0, keepdims=True)
    dgamma = (dout * x_hat).sum(axis=0, keepdims=True)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dbeta / N - x_hat * dgamma / N)
    return dx, dgamma, dbeta
