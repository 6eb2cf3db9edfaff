"""Statistics of shape (1, D) inside, flattened where they are stored."""


def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    D = x.shape[1]
    old_mean = bn_param.get("running_mean", np.zeros(D)).reshape(1, D)
    old_var = bn_param.get("running_var", np.zeros(D)).reshape(1, D)
    if bn_param["mode"] == "train":
        mean = x.mean(axis=0, keepdims=True)
        var = x.var(axis=0, keepdims=True, ddof=0)
        bn_param["running_mean"] = np.squeeze(
            old_mean - (1 - momentum) * (old_mean - mean), axis=0
        )
        bn_param["running_var"] = (old_var + (1 - momentum) * (var - old_var)).ravel()
    else:
        mean, var = old_mean, old_var
    out = x.copy()
    out -= mean
    out /= np.sqrt(var + eps)
    cache = {"x_hat": out.copy(), "var": var, "gamma": gamma, "param": bn_param}
    out *= gamma.reshape(1, D)
    out += beta.reshape(1, D)
    return out, cache
