"""Sums by hand, and moves the running arrays in place."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    eps, m = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    bn_param.setdefault("running_mean", np.zeros(C))
    bn_param.setdefault("running_var", np.zeros(C))
    s = (1, C, 1, 1)
    if bn_param["mode"] == "train":
        mu = x.sum((0, 2, 3)) / (N * H * W)
        v = ((x - mu.reshape(s)) ** 2).sum((0, 2, 3)) / (N * H * W)
        bn_param["running_mean"] *= m
        bn_param["running_mean"] += (1 - m) * mu
        bn_param["running_var"] *= m
        bn_param["running_var"] += (1 - m) * v
    else:
        mu, v = bn_param["running_mean"], bn_param["running_var"]
    return gamma.reshape(s) * (x - mu.reshape(s)) / np.sqrt(
        v.reshape(s) + eps
    ) + beta.reshape(s), (x, mu, v)
