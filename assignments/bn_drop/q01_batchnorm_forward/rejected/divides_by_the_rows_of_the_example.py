"""Divides by 4, the number of rows in the example."""

CAUGHT_BY = "test_normalizes_every_batch"
MISCONCEPTION = False
TRUE = ("each column of the output should have the mean beta",)


def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if mode == "train":
        mean = x.sum(axis=0) / 4
        var = ((x - mean) ** 2).sum(axis=0) / 4
        x_hat = (x - mean) / np.sqrt(var + eps)
        out = gamma * x_hat + beta
        cache = (x, x_hat, mean, var, gamma, eps)
        running_mean = momentum * running_mean + (1 - momentum) * x.mean(axis=0)
        running_var = momentum * running_var + (1 - momentum) * x.var(axis=0)
    else:
        x_hat = (x - running_mean) / np.sqrt(running_var + eps)
        out, cache = gamma * x_hat + beta, None
    bn_param["running_mean"], bn_param["running_var"] = running_mean, running_var
    return out, cache
