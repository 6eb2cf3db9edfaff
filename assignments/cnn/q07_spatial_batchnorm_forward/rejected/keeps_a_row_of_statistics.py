"""Running statistics of shape (1, C)."""

CAUGHT_BY = "test_tracks_one_statistic_a_channel"
HINT = "one number a channel"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, bn_param)
    out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    if bn_param["mode"] == "train":
        bn_param["running_mean"] = bn_param["running_mean"][None]
        bn_param["running_var"] = bn_param["running_var"][None]
    return out, cache
