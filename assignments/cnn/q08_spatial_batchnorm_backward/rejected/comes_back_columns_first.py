"""Brings dx back as if the columns of an image had come before its rows."""

CAUGHT_BY = "test_gives_dx"
HINT = "in the order in which they went"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, W, H, C).transpose(0, 3, 2, 1)
    return dx, dgamma, dbeta
