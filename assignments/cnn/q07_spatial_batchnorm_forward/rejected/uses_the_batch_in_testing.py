"""Always normalizes with the batch."""

CAUGHT_BY = "test_uses_the_running_statistics_in_testing"
HINT = "a batch has no say"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(
        columns,
        gamma,
        beta,
        bn_param if bn_param["mode"] == "train" else {"mode": "train"},
    )
    out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return out, cache
