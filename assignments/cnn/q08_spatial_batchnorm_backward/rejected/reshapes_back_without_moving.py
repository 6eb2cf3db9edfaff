"""Brings dx back with reshape alone."""

CAUGHT_BY = "test_gives_dx"
HINT = "undo the two steps in reverse"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, C, H, W)
    return dx, dgamma, dbeta
