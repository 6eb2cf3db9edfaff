"""Brings dx back as if the rows began with the pixels, and the images came after them."""

CAUGHT_BY = "test_gives_dx"
HINT = "in the order in which they went"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(H, W, N, C).transpose(2, 3, 0, 1)
    return dx, dgamma, dbeta
