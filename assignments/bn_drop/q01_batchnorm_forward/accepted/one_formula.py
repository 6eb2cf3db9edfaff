"""Chooses the statistics first; one formula serves both modes."""

from collections import namedtuple

Kept = namedtuple("Kept", "x_hat std gamma")


def statistics_of(x, bn_param, momentum):
    if bn_param["mode"] != "train":
        return bn_param["running_mean"], bn_param["running_var"]
    mean, var = np.mean(x, axis=0), np.var(x, axis=0)
    bn_param.update(
        running_mean=momentum * bn_param.get("running_mean", 0.0)
        + (1 - momentum) * mean,
        running_var=momentum * bn_param.get("running_var", 0.0) + (1 - momentum) * var,
    )
    return mean, var


def batchnorm_forward(x, gamma, beta, bn_param, *, flatten=False):
    """Normalize x."""
    mean, var = statistics_of(x, bn_param, bn_param.get("momentum", 0.9))
    std = np.sqrt(var + bn_param.get("eps", 1e-5))
    x_hat = (x - mean) / std
    x_hat = x_hat.ravel() if flatten else x_hat
    return [x_hat * gamma + beta, Kept(x_hat, std, gamma)]
