"""Gives the plain layer a copy of bn_param."""

CAUGHT_BY = "test_tracks_one_statistic_a_channel"
HINT = "keep bn_param itself"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, dict(bn_param))
    out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return out, cache
