"""Swaps the two axes where the forward pass keeps their order."""

CAUGHT_BY = "test_gives_dx"
HINT = "in the order of the forward pass"


def spatial_batchnorm_backward(dout, cache):
    dx, dgamma, dbeta = None, None, None
    N, C, H, W = dout.shape
    dout = dout.transpose(0, 3, 2, 1).reshape(N * H * W, C)
    dx, dgamma, dbeta = batchnorm_backward(dout, cache)
    dx = dx.reshape(N, W, H, C).transpose(0, 3, 2, 1)
    return dx, dgamma, dbeta
