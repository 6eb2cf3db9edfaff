"""Returns dx of shape (N, H, W, C)."""

CAUGHT_BY = "test_gives_dx"
HINT = "bring the channel axis back"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, H, W, C)
    return dx, dgamma, dbeta
