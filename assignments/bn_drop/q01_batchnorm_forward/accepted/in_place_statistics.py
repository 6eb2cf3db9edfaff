"""Updates the running arrays in place and keeps them when they are given."""


def batchnorm_forward(x, gamma, beta, bn_param):
    mode, eps = bn_param["mode"], bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    mean_so_far = bn_param.setdefault("running_mean", np.zeros(x.shape[1]))
    var_so_far = bn_param.setdefault("running_var", np.zeros(x.shape[1]))
    if mode == "test":
        scale = gamma / np.sqrt(var_so_far + eps)
        return x * scale + (beta - mean_so_far * scale), None
    mean = np.mean(x, axis=0)
    centred = x - mean
    var = np.mean(np.square(centred), axis=0)
    inverse = 1.0 / np.sqrt(var + eps)
    mean_so_far *= momentum
    mean_so_far += (1 - momentum) * mean
    var_so_far *= momentum
    var_so_far += (1 - momentum) * var
    return centred * inverse * gamma + beta, (centred, inverse, gamma, mode)
