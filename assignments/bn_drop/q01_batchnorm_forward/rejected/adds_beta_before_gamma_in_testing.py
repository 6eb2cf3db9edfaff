"""Shifts before it scales, in test mode only."""

CAUGHT_BY = "test_testing_is_a_fixed_affine_map"
HINT = "gamma scales x_hat alone"


def batchnorm_forward(x, gamma, beta, bn_param):
    """Normalize each column of x, then scale it by gamma and shift it by beta.

    x: (N, D).  gamma, beta: (D,).
    bn_param: dict with "mode" ("train" or "test"), "eps" (default 1e-5),
        "momentum" (default 0.9), "running_mean" and "running_var", both (D,).
        Training updates the two running entries (biased variance) in bn_param.

    Returns out (N, D), and a cache for the backward pass. We suggest
    cache = (x, x_hat, mean, var, gamma, eps); it is None in test mode.
    x, gamma and beta stay as they are.
    """
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if mode == "train":
        # Normalize with the batch, then update the running statistics: about six lines.
        mean, var = x.mean(axis=0), x.var(axis=0)
        x_hat = (x - mean) / np.sqrt(var + eps)
        out = gamma * x_hat + beta
        cache = (x, x_hat, mean, var, gamma, eps)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    else:
        # Normalize with the running statistics: about two lines.
        x_hat = (x - running_mean) / np.sqrt(running_var + eps)
        out, cache = gamma * (x_hat + beta), None
    bn_param["running_mean"], bn_param["running_var"] = running_mean, running_var
    return out, cache
