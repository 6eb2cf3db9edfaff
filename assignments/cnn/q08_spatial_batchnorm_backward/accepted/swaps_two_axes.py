"""Swaps two axes on both ways; the rows come in another order."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    o, cache = batchnorm_forward(
        np.swapaxes(x, 1, 3).reshape(-1, C), gamma, beta, bn_param
    )
    return np.swapaxes(o.reshape(N, W, H, C), 1, 3), cache


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    dx, dg, db = batchnorm_backward(np.swapaxes(dout, 1, 3).reshape(-1, C), cache)
    return np.swapaxes(dx.reshape(N, W, H, C), 1, 3), dg, db
