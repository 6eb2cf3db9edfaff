"""Calls the plain layer for each channel."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    outs, caches, means, vars_ = [], [], [], []
    rm = bn_param.get("running_mean", np.zeros(C))
    rv = bn_param.get("running_var", np.zeros(C))
    for c in range(C):
        p = dict(bn_param, running_mean=rm[c : c + 1], running_var=rv[c : c + 1])
        o, k = batchnorm_forward(
            x[:, c].reshape(-1, 1), gamma[c : c + 1], beta[c : c + 1], p
        )
        outs.append(o.reshape(N, 1, H, W))
        caches.append(k)
        means.append(p["running_mean"])
        vars_.append(p["running_var"])
    bn_param["running_mean"] = np.concatenate(means)
    bn_param["running_var"] = np.concatenate(vars_)
    return np.concatenate(outs, 1), caches
