"""Adds eps to the standard deviation in training."""

CAUGHT_BY = "test_normalizes_each_channel"
HINT = "inside the square root"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    C = x.shape[1]
    eps, m = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    axes = (0, 2, 3)
    if bn_param["mode"] == "train":
        mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
        chan_mean, chan_var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        old_mean = bn_param.get("running_mean", np.zeros(C))
        old_var = bn_param.get("running_var", np.zeros(C))
        bn_param["running_mean"] = m * old_mean + (1 - m) * chan_mean
        bn_param["running_var"] = m * old_var + (1 - m) * chan_var
    else:
        mean = bn_param["running_mean"][:, None, None]
        var = bn_param["running_var"][:, None, None]
    scale = np.sqrt(var + eps)
    if bn_param["mode"] == "train":
        scale = np.sqrt(var) + eps
    x_hat = (x - mean) / scale
    return gamma[:, None, None] * x_hat + beta[:, None, None], None
