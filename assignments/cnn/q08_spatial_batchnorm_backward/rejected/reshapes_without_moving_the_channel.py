"""Reshapes dout at once."""

CAUGHT_BY = "test_gives_dx"
HINT = "move the channel axis to the end"


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    columns = dout.reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, C, H, W)
    return dx, dgamma, dbeta
