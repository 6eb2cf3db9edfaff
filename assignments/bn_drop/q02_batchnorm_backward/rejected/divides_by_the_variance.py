"""Divides the direct path by the variance, not by its root."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "one of the two is missing or wrong"


def batchnorm_backward(dout, cache):
    """Pass the gradient of the loss back through batch normalization (training mode).

    dout: (N, D), gradient with respect to out.
    cache: what your batchnorm_forward stored.

    Returns dx (N, D), dgamma (D,) and dbeta (D,). dout and the cache stay as they are.
    """
    # If your forward pass stores something else, unpack that here.
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    # 1. Through y = gamma * x_hat + beta: about three lines.
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    dx_hat = dout * gamma
    # 2. Through x_hat = c / s to the variance: about two lines.
    # Each row keeps its own factor c inside the sum: without it dvar is another number.
    c, s = x - mean, np.sqrt(var + eps)
    dvar = (dx_hat * c).sum(axis=0) * -0.5 / s**3
    # 3. Both roads into c, then through c = x - mean: about two lines.
    dc = dx_hat / s**2 + dvar * 2 * c / N
    dx = dc - dc.mean(axis=0)
    return dx, dgamma, dbeta
