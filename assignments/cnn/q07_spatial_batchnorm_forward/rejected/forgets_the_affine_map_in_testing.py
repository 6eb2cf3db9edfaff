"""Test mode without gamma and beta."""

CAUGHT_BY = "test_uses_the_running_statistics_in_testing"
HINT = "gamma and beta count in test mode too"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, bn_param)
    out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    if bn_param["mode"] == "test":
        out = (out - beta[:, None, None]) / gamma[:, None, None]
    return out, cache
