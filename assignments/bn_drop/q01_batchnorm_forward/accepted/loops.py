"""One feature at a time, one row at a time."""


def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", [0.0] * D)
    running_var = bn_param.get("running_var", [0.0] * D)
    out = np.zeros((N, D))
    means, variances = [], []
    for d in range(D):
        mean, var = running_mean[d], running_var[d]
        if bn_param["mode"] == "train":
            mean = sum(x[n, d] for n in range(N)) / N
            var = sum((x[n, d] - mean) ** 2 for n in range(N)) / N
        for n in range(N):
            out[n, d] = gamma[d] * (x[n, d] - mean) / (var + eps) ** 0.5 + beta[d]
        means.append(mean)
        variances.append(var)
    if bn_param["mode"] == "train":
        bn_param["running_mean"] = np.array(
            [momentum * r + (1 - momentum) * m for r, m in zip(running_mean, means)]
        )
        bn_param["running_var"] = np.array(
            [momentum * r + (1 - momentum) * v for r, v in zip(running_var, variances)]
        )
    return out, {"x": x, "mean": means, "var": variances, "gamma": gamma, "eps": eps}
