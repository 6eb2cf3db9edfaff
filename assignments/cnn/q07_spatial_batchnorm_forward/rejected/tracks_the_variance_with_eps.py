"""Tracks the variance plus eps."""

CAUGHT_BY = "test_tracks_one_statistic_a_channel"
HINT = "eps is for the division"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, C, H, W = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(C, dtype=x.dtype))
    running_var = bn_param.get("running_var", np.zeros(C, dtype=x.dtype))
    if mode == "train":
        mu = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3))
        xhat = (x - mu[None, :, None, None]) / np.sqrt(var + eps)[None, :, None, None]
        out = gamma[None, :, None, None] * xhat + beta[None, :, None, None]
        cache = (xhat, gamma, var, eps)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * (var + eps)
    elif mode == "test":
        out = (
            gamma[:, None, None]
            * (x - running_mean[:, None, None])
            / np.sqrt(running_var[:, None, None] + eps)
            + beta[:, None, None]
        )
        cache = None
    else:
        raise ValueError(mode)
    bn_param["running_mean"] = running_mean
    bn_param["running_var"] = running_var
    return out, cache
