"""Takes dbeta from dout itself, the rest from the plain layer."""


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    rows = np.concatenate([dout[n].reshape(C, -1).T for n in range(N)])
    dx, dgamma, _ = batchnorm_backward(rows, cache)
    dx = np.stack([block.T.reshape(C, H, W) for block in np.split(dx, N)])
    return dx, dgamma, dout.sum(axis=(0, 2, 3))
