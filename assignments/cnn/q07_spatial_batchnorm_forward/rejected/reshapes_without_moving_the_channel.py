"""Reshapes (N, C, H, W) to (-1, C) at once."""

CAUGHT_BY = "test_normalizes_each_channel"
HINT = "move the channel axis to the end"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    columns = x.reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, bn_param)
    out = out.reshape(N, C, H, W)
    return out, cache
