"""Batch normalization of (N, D) arrays; the gradients come from autograd.

The spatial layers of this notebook stand on it, so that a mistake in an earlier
notebook does not follow you here.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.functional import batch_norm
from checks.gradients import recorded

Array = npt.NDArray[np.float64]


def batchnorm_forward(
    x: Array, gamma: Array, beta: Array, bn_param: dict[str, Any]
) -> tuple[Array, Any]:
    """Normalize each column of x.

    Args:
        x: (N, D).
        gamma: (D,), scale.
        beta: (D,), shift.
        bn_param: dict with "mode" ("train" or "test"), "eps" (default 1e-5),
            "momentum" (default 0.9, the weight of the old value), "running_mean" and
            "running_var", both (D,), 0 at first. Training updates these two.

    Returns:
        out (N, D), and a cache for `batchnorm_backward`.

    """
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    running = tuple(
        bn_param.setdefault(name, np.zeros(x.shape[1]))
        for name in ("running_mean", "running_var")
    )
    training = bn_param["mode"] == "train"
    layer = partial(batch_norm, eps=eps, running=None if training else running)
    out, backward = recorded(layer, {"x": x, "gamma": gamma, "beta": beta})
    if training:
        batch, weights = (
            (np.mean(x, axis=0), np.var(x, axis=0)),
            (momentum, 1 - momentum),
        )
        bn_param["running_mean"], bn_param["running_var"] = np.average(
            [running, batch], axis=0, weights=weights
        )
    return out, (backward, out.shape)


def batchnorm_backward(dout: Array, cache: Any) -> tuple[Array, Array, Array]:
    """Return dx (N, D), dgamma (D,) and dbeta (D,).

    Raises:
        ValueError: when dout has another shape than the output.

    """
    backward, shape = cache
    if np.shape(dout) != shape:
        raise ValueError(f"dout is {np.shape(dout)}, but out is {shape}")
    grads = backward(dout)
    return grads["x"], grads["gamma"], grads["beta"]
