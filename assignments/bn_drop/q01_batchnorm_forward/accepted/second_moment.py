"""The variance as E[x squared] minus E[x] squared, through matrix products."""


def normalize(x, mean, var, eps):
    return (x - mean[None, :]) * (var + eps)[None, :] ** -0.5


def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros_like(gamma))
    running_var = bn_param.get("running_var", np.zeros_like(gamma))
    if bn_param["mode"] == "train":
        average = np.full(x.shape[0], 1 / x.shape[0])
        mean = average @ x
        var = average @ (x * x) - mean * mean
        x_hat = normalize(x, mean, var, eps)
        bn_param["running_mean"] = mean + momentum * (running_mean - mean)
        bn_param["running_var"] = var + momentum * (running_var - var)
        return x_hat @ np.diag(gamma) + beta, (x_hat, gamma, (var + eps) ** 0.5)
    x_hat = normalize(x, running_mean, running_var, eps)
    return x_hat @ np.diag(gamma) + beta, None
