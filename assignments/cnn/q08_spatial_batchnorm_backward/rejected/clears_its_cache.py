"""Sets the normalized values in the cache to 0 when it is done."""

CAUGHT_BY = "test_gives_the_same_again"
HINT = "changes nothing in its cache"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    mu = x.mean((0, 2, 3), keepdims=True)
    v = x.var((0, 2, 3), keepdims=True)
    xh = (x - mu) / np.sqrt(v + eps)
    return gamma.reshape(1, -1, 1, 1) * xh + beta.reshape(1, -1, 1, 1), (
        xh,
        gamma,
        v,
        eps,
    )


def spatial_batchnorm_backward(dout, cache):
    xh, gamma, v, eps = cache
    N, C, H, W = dout.shape
    M = N * H * W
    dbeta = dout.sum((0, 2, 3))
    xh *= 1.0
    xh0 = xh.copy()
    dgamma = (dout * xh).sum((0, 2, 3))
    dx = (
        gamma.reshape(1, C, 1, 1)
        / np.sqrt(v + eps)
        / M
        * (M * dout - dbeta.reshape(1, C, 1, 1) - xh * dgamma.reshape(1, C, 1, 1))
    )
    xh *= 0
    return dx, dgamma, dbeta
