"""Update rules: how a gradient changes a parameter.

Every rule is a function `rule(w, dw, config) -> (w, config)`. It returns new arrays
and leaves its arguments alone. The `config` that comes back holds what the rule must
remember: pass it to the next call for the same parameter. Settings that are missing
take the defaults of the docstring.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Config = dict[str, Any]
Rule = Callable[[Array, Array, Config | None], tuple[Array, Config]]


def sgd(w: Array, dw: Array, config: Config | None = None) -> tuple[Array, Config]:
    """Step against the gradient: w - learning_rate * dw.

    Args:
        w: a parameter, any shape.
        dw: gradient of the loss with respect to w, same shape.
        config: "learning_rate" (default 1e-2).

    Returns:
        The new w, and the config of the next call.

    """
    config = {"learning_rate": 1e-2, **(config or {})}
    return w - config["learning_rate"] * dw, config


def sgd_momentum(
    w: Array, dw: Array, config: Config | None = None
) -> tuple[Array, Config]:
    """Step along a velocity that remembers earlier gradients.

    The convention: v = momentum * v - learning_rate * dw, then w + v. So momentum is
    the weight of the old velocity, the new gradient is not scaled by 1 - momentum,
    and the learning rate is inside the velocity.

    Args:
        w: a parameter, any shape.
        dw: gradient of the loss with respect to w, same shape.
        config: "learning_rate" (default 1e-2), "momentum" (0.9), "velocity" (zeros).

    Returns:
        The new w, and the config of the next call.

    """
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    velocity = config.get("velocity", np.zeros_like(w))
    velocity = config["momentum"] * velocity - config["learning_rate"] * dw
    return w + velocity, {**config, "velocity": velocity}


def rmsprop(w: Array, dw: Array, config: Config | None = None) -> tuple[Array, Config]:
    """Divide each step by a running root mean square of its gradients.

    The convention: s = decay_rate * s + (1 - decay_rate) * dw**2, then
    w - learning_rate * dw / (sqrt(s) + epsilon).

    Source: T. Tieleman and G. Hinton, lecture 6.5 of Neural Networks for Machine
    Learning, 2012.

    Args:
        w: a parameter, any shape.
        dw: gradient of the loss with respect to w, same shape.
        config: "learning_rate" (default 1e-2), "decay_rate" (0.99, the weight of the
            old mean), "epsilon" (1e-8), "square" (the running mean, zeros).

    Returns:
        The new w, and the config of the next call.

    """
    defaults = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8}
    config = {**defaults, **(config or {})}
    decay = config["decay_rate"]
    square = decay * config.get("square", np.zeros_like(w)) + (1 - decay) * dw**2
    step = config["learning_rate"] * dw / (np.sqrt(square) + config["epsilon"])
    return w - step, {**config, "square": square}


def adam(w: Array, dw: Array, config: Config | None = None) -> tuple[Array, Config]:
    """Combine a running mean of the gradients with one of their squares.

    Both means start at zero, which pulls them towards zero at first. Dividing by
    1 - beta**t, where t counts the calls from 1, corrects that.

    Source: D. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015.

    Args:
        w: a parameter, any shape.
        dw: gradient of the loss with respect to w, same shape.
        config: "learning_rate" (default 1e-3), "beta1" (0.9), "beta2" (0.999), both
            weights of the old mean, "epsilon" (1e-8), "mean", "square" (zeros) and
            "t" (0).

    Returns:
        The new w, and the config of the next call.

    """
    defaults = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    config = {**defaults, **(config or {})}
    beta1, beta2, t = config["beta1"], config["beta2"], config.get("t", 0) + 1
    mean = beta1 * config.get("mean", np.zeros_like(w)) + (1 - beta1) * dw
    square = beta2 * config.get("square", np.zeros_like(w)) + (1 - beta2) * dw**2
    unbiased_mean, unbiased_square = mean / (1 - beta1**t), square / (1 - beta2**t)
    step = unbiased_mean / (np.sqrt(unbiased_square) + config["epsilon"])
    return (
        w - config["learning_rate"] * step,
        {**config, "mean": mean, "square": square, "t": t},
    )


RULES: dict[str, Rule] = {
    rule.__name__: rule for rule in (sgd, sgd_momentum, rmsprop, adam)
}
"""The rules by name, for `Solver(update_rule="adam")`."""
