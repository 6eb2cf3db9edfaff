"""Reshapes dout as it is, and brings dx back properly."""

CAUGHT_BY = "test_gives_dx"
HINT = "move the channel axis to the end"


def spatial_batchnorm_backward(dout, cache):
    dx, dgamma, dbeta = None, None, None
    N, C, H, W = dout.shape
    dout = dout.reshape(N * H * W, C)
    dx, dgamma, dbeta = batchnorm_backward(dout, cache)
    dx = dx.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return dx, dgamma, dbeta
