"""Leaves eps to its default."""

CAUGHT_BY = "test_normalizes_each_channel"
HINT = "eps is what bn_param says"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    param = {**bn_param, "eps": 1e-5}
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, param)
    out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    bn_param.update(
        running_mean=param["running_mean"], running_var=param["running_var"]
    )
    return out, cache
