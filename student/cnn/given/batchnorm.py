"""Batch normalization of (N, D) arrays, done by torch, in NumPy's clothes.

The spatial layers of this notebook stand on it, so that a mistake in an earlier
notebook does not follow you here.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch

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
    leaves = [
        torch.tensor(np.asarray(a, dtype=np.float64), requires_grad=True)
        for a in (x, gamma, beta)
    ]
    columns, training = x.shape[1], bn_param["mode"] == "train"
    mean = torch.tensor(
        np.asarray(bn_param.setdefault("running_mean", np.zeros(columns)))
    )
    var = torch.tensor(
        np.asarray(bn_param.setdefault("running_var", np.zeros(columns)))
    )
    out = torch.nn.functional.batch_norm(
        leaves[0],
        None if training else mean,
        None if training else var,
        leaves[1],
        leaves[2],
        training=training,
        eps=bn_param.get("eps", 1e-5),
    )
    if training:
        weight = 1 - bn_param.get("momentum", 0.9)
        batch_var, batch_mean = torch.var_mean(leaves[0].detach(), dim=0, correction=0)
        bn_param["running_mean"] = torch.lerp(mean, batch_mean, weight).numpy()
        bn_param["running_var"] = torch.lerp(var, batch_var, weight).numpy()
    return out.detach().numpy(), (out, leaves)


def batchnorm_backward(dout: Array, cache: Any) -> tuple[Array, Array, Array]:
    """Return dx (N, D), dgamma (D,) and dbeta (D,).

    Raises:
        ValueError: when dout has another shape than the output.

    """
    out, leaves = cache
    upstream = torch.tensor(np.asarray(dout, dtype=np.float64))
    if upstream.shape != out.shape:
        raise ValueError(f"dout is {(*upstream.shape,)}, but out is {(*out.shape,)}")
    loss = (upstream * out).sum()
    dx, dgamma, dbeta = torch.autograd.grad(loss, leaves, retain_graph=True)
    return dx.numpy(), dgamma.numpy(), dbeta.numpy()
