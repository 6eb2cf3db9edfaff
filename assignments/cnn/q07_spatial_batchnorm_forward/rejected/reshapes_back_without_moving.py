"""Brings the result back with reshape alone."""

CAUGHT_BY = "test_normalizes_each_channel"
HINT = "undo the two steps in reverse"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, bn_param)
    out = out.reshape(N, C, H, W)
    return out, cache
