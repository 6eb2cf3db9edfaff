"""Moves the channel to the front and reshapes: that mixes the channels."""

CAUGHT_BY = "test_normalizes_each_channel"
HINT = "move the channel axis to the end"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    out, cache = None, None
    N, C, H, W = x.shape
    x = x.transpose(1, 0, 2, 3).reshape(N * H * W, C)
    out, cache = batchnorm_forward(x, gamma, beta, bn_param)
    out = out.reshape(C, N, H, W).transpose(1, 0, 2, 3)
    return out, cache
