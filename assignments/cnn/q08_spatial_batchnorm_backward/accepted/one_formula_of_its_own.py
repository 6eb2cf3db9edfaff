"""Forward and backward in one formula each, without the plain layer."""


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
    dgamma = (dout * xh).sum((0, 2, 3))
    dx = (
        gamma.reshape(1, C, 1, 1)
        / np.sqrt(v + eps)
        / M
        * (M * dout - dbeta.reshape(1, C, 1, 1) - xh * dgamma.reshape(1, C, 1, 1))
    )
    return dx, dgamma, dbeta
