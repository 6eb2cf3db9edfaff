"""Batch normalization of (N, D) arrays, for the spatial layers of this notebook.

They stand on it, so that a mistake in an earlier notebook does not follow you here.
No formula of a gradient is written down: the backward pass tries out how the output
moves when one row of x moves. That is slow, and exact.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
STEP = 1e-100
"""How far a row moves, along the imaginary axis: so nothing is lost by rounding."""


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

    Raises:
        ValueError: when x has more or fewer axes than two.

    """
    if np.ndim(x) != 2:
        raise ValueError(f"x is {np.shape(x)}, but this layer takes (N, D)")
    settings = {"eps": 1e-5, "momentum": 0.9, **bn_param}
    eps, momentum = float(settings["eps"]), float(settings["momentum"])
    names = ("running_mean", "running_var")
    running = [bn_param.setdefault(name, np.zeros(x.shape[1])) for name in names]
    fixed = None if bn_param["mode"] == "train" else tuple(map(np.copy, running))
    if fixed is None:
        weights = (momentum, 1 - momentum)
        pairs = zip(running, _statistics(x), strict=True)
        for name, pair in zip(names, pairs, strict=True):
            bn_param[name] = np.average(pair, axis=0, weights=weights)
    cache = (x.copy(), gamma.copy(), beta.copy()), eps, fixed
    return _scaled(x, gamma, beta, eps, fixed), cache


def batchnorm_backward(dout: Array, cache: Any) -> tuple[Array, Array, Array]:
    """Return dx (N, D), dgamma (D,) and dbeta (D,).

    Raises:
        ValueError: when dout has another shape than the output.

    """
    (x, gamma, beta), eps, fixed = cache
    if np.shape(dout) != x.shape:
        raise ValueError(f"dout is {np.shape(dout)}, but out is {x.shape}")

    def slope(x: Any, gamma: Any, beta: Any) -> Array:
        moved = _scaled(x, gamma, beta, eps, fixed)
        return np.asarray((dout * moved.imag).sum(axis=0) / STEP)

    rows = STEP * 1j * np.eye(len(x))[:, :, None]
    dx = np.array([slope(x + row, gamma, beta) for row in rows])
    return dx, slope(x, gamma + STEP * 1j, beta), slope(x, gamma, beta + STEP * 1j)


def _scaled(x: Any, gamma: Any, beta: Any, eps: float, fixed: Any) -> Any:
    mean, var = fixed or _statistics(x)
    return beta + (x - mean) * (gamma * (var + eps) ** -0.5)


def _statistics(x: Any) -> tuple[Any, Any]:
    mean = x.mean(axis=0)
    return mean, ((x - mean) ** 2).mean(axis=0)
