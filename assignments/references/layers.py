"""Trusted layers, to stand in for a student's while later questions are graded.

They are plain NumPy, keep the contracts of the notebook `bn_drop`, and remember what
they did: the tests of a network read the dropout masks from here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from checks import Array


def batchnorm_forward(
    x: Array, gamma: Array, beta: Array, bn_param: dict[str, Any]
) -> tuple[Array, tuple[Array, ...] | None]:
    """Normalize each column of x, shape (N, D); gamma and beta have shape (D,).

    Returns:
        out, shape (N, D), and the cache (None in test mode).

    """
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] != "train":
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    bn_param["running_mean"] = momentum * mean + (1 - momentum) * x.mean(axis=0)
    bn_param["running_var"] = momentum * var + (1 - momentum) * x.var(axis=0)
    scale = 1 / np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) * scale
    return gamma * x_hat + beta, (x_hat, gamma, scale)


def batchnorm_backward(
    dout: Array, cache: tuple[Array, ...]
) -> tuple[Array, Array, Array]:
    """Differentiate `batchnorm_forward`: dx (N, D), dgamma (D,) and dbeta (D,)."""
    x_hat, gamma, scale = cache
    inside = dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0)
    return gamma * scale * inside, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


def dropout_forward(
    x: Array, dropout_param: dict[str, Any]
) -> tuple[Array, Array | None]:
    """Drop with probability p = dropout_param["p"], and divide the rest by 1 - p.

    Returns:
        out in the shape of x, and the scaled mask (None in test mode).

    """
    if dropout_param["mode"] != "train":
        return x, None
    p_drop = dropout_param["p"]
    rng = np.random.default_rng(dropout_param.get("seed"))
    mask = (rng.random(x.shape) >= p_drop) / (1 - p_drop)
    return x * mask, mask


def dropout_backward(dout: Array, cache: Array | None) -> Array:
    """Differentiate `dropout_forward`: dx in the shape of dout."""
    return dout if cache is None else dout * cache


@dataclass
class TrustedLayers:
    """The layers above, with a memory of the dropout that was asked for.

    Attributes:
        masks: the scaled mask of every training call of `dropout_forward`.
        probabilities: the p of every call of `dropout_forward`.

    """

    masks: list[Array] = field(default_factory=list)
    probabilities: list[float] = field(default_factory=list)

    def names(self) -> dict[str, Callable[..., Any]]:
        """Say which names of the notebook the layers stand for."""
        return {
            "batchnorm_forward": batchnorm_forward,
            "batchnorm_backward": batchnorm_backward,
            "batchnorm_backward_alt": batchnorm_backward,
            "dropout_forward": self._dropout_forward,
            "dropout_backward": dropout_backward,
        }

    def _dropout_forward(
        self, x: Array, dropout_param: dict[str, Any]
    ) -> tuple[Array, Array | None]:
        out, mask = dropout_forward(x, dropout_param)
        self.probabilities.append(float(dropout_param["p"]))
        if mask is not None:
            self.masks.append(mask)
        return out, mask
