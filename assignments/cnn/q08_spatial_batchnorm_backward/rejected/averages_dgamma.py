"""Divides dgamma by N."""

CAUGHT_BY = "test_gives_dgamma_and_dbeta"
HINT = "not a mean"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return dx, dgamma / N, dbeta
