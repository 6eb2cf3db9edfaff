"""dbeta keeps rows and columns."""

CAUGHT_BY = "test_gives_worked_examples"
HINT = "shape (C,)"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return dx, dgamma, dout.sum(axis=0)
