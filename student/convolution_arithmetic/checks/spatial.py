"""Cases, oracle and hints of spatial batch normalization: one channel, one scale.

The oracle is torch's batch norm on (N, C, H, W). N, C, H and W are all different.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch

from checks.answers import Function
from checks.backward import with_either_cache
from checks.closeness import Array, assert_close, assert_outputs
from checks.gradients import autograd
from checks.hints import recognise

SHAPES = ((2, 3, 4, 5), (5, 2, 3, 1), (3, 4, 1, 2), (4, 1, 2, 3))


@dataclass(frozen=True)
class SpatialCase:
    """One input: x and dout (N, C, H, W); gamma, beta and the statistics (C,)."""

    x: Array
    gamma: Array
    beta: Array
    dout: Array
    running_mean: Array
    running_var: Array
    eps: float
    momentum: float

    def bn_param(self, mode: str) -> dict[str, Any]:
        """Make a fresh ``bn_param`` with preset statistics."""
        return {
            "mode": mode,
            "eps": self.eps,
            "momentum": self.momentum,
            "running_mean": self.running_mean.copy(),
            "running_var": self.running_var.copy(),
        }

    def normalize(
        self, x: torch.Tensor, gamma: torch.Tensor, beta: torch.Tensor
    ) -> torch.Tensor:
        """Apply the layer in training mode, in torch."""
        return torch.nn.functional.batch_norm(
            x, None, None, gamma, beta, training=True, eps=self.eps
        )

    def plain(self, mode: str) -> tuple[Array, Array, Array, dict[str, Any]]:
        """Give the arguments of the plain layer: x as (N * H * W, C)."""
        columns = np.moveaxis(self.x, 1, -1).reshape(-1, self.x.shape[1])
        return columns, self.gamma, self.beta, self.bn_param(mode)


def spatial_cases(rng: np.random.Generator) -> list[SpatialCase]:
    """Draw one case a shape, with eps and momentum off their defaults."""
    return [
        SpatialCase(
            x=rng.normal(rng.normal(size=(c, 1, 1)), 1.5, size=(n, c, h, w)),
            gamma=rng.uniform(0.5, 2.0, size=c) * rng.choice([-1.0, 1.0], size=c),
            beta=rng.uniform(0.5, 2.0, size=c),
            dout=rng.normal(size=(n, c, h, w)),
            running_mean=rng.normal(size=c),
            running_var=rng.uniform(0.3, 3.0, size=c),
            eps=(1e-1, 1e-3, 1e-5, 5e-2)[index % 4],
            momentum=(0.7, 0.35, 0.9, 0.5)[index % 4],
        )
        for index, (n, c, h, w) in enumerate(SHAPES)
    ]


def spatial_case(x: Array, dout: Array) -> SpatialCase:
    """Make a case from given arrays, with gamma 1, beta 0 and no statistics yet."""
    ones = np.ones(x.shape[1])
    return SpatialCase(x, ones, 0 * ones, dout, 0 * ones, ones, eps=1e-5, momentum=0.9)


def spatial_truth(case: SpatialCase) -> tuple[Array, dict[str, Array]]:
    """Return the training output and the gradients of x, gamma and beta, by torch."""
    inputs = {"x": case.x, "gamma": case.gamma, "beta": case.beta}
    return autograd(case.normalize, inputs, case.dout)


def spatial_testing_truth(case: SpatialCase) -> Array:
    """Return the output in test mode, by torch."""
    arrays = (case.x, case.running_mean, case.running_var, case.gamma, case.beta)
    x, mean, var, gamma, beta = (torch.tensor(array) for array in arrays)
    out = torch.nn.functional.batch_norm(x, mean, var, gamma, beta, eps=case.eps)
    return np.asarray(out, dtype=np.float64)


def spatial_hint(case: SpatialCase, out: Array) -> str | None:
    """Recognise over which axes an answer takes its statistics."""
    if out.shape != case.x.shape:
        return None
    n, c, h, w = case.x.shape
    scale, shift = case.gamma[:, None, None], case.beta[:, None, None]

    def over(*axes: int) -> Array:
        mean = case.x.mean(axis=axes, keepdims=True)
        var = case.x.var(axis=axes, keepdims=True)
        return np.asarray(scale * (case.x - mean) / np.sqrt(var + case.eps) + shift)

    tensors = (torch.tensor(a) for a in (case.x, case.gamma, case.beta))
    x, gamma, beta = tensors
    mixed = case.normalize(x.reshape(-1, c), gamma, beta).reshape(n, c, h, w).numpy()
    hint = (
        "move the channel axis to the end before you reshape: reshape keeps the order."
    )
    traces = [
        ("each channel has one mean, over the batch and all pixels.", over(0)),
        ("statistics run over the batch too, not over one image.", over(2, 3)),
        ("statistics belong to one channel, not to one image.", over(1, 2, 3)),
        (hint, mixed),
    ]
    truth, _ = spatial_truth(case)
    return None if np.allclose(out, truth) else recognise(out, traces)


def assert_spatial_gradients(
    forward: Function,
    backward: Function,
    case: SpatialCase,
    name: str,
    documented: Any,
) -> None:
    """Assert one gradient, whatever the student's forward pass is worth.

    Args:
        forward: the student's ``spatial_batchnorm_forward``.
        backward: the student's ``spatial_batchnorm_backward``.
        case: the layer's input.
        name: the gradient to look at: ``x``, ``gamma`` or ``beta``.
        documented: the cache that the given ``batchnorm_forward`` leaves for
            ``case.plain("train")``.

    Raises:
        AssertionError: when neither cache leads to the right gradient.

    """
    out, truth = spatial_truth(case)
    order = ("x", "gamma", "beta")

    def check(cache: Any) -> None:
        result = backward(case.dout, cache)
        grads = assert_outputs(result, count=3, name="spatial_batchnorm_backward")
        hint = partial(_gradient_hint, case, name, truth[name])
        value = grads[order.index(name)]
        assert_close(value, truth[name], name=f"d{name}", hint=hint)

    def own() -> tuple[Any, str]:
        result = forward(case.x, case.gamma, case.beta, case.bn_param("train"))
        value, cache = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
        try:
            assert_close(value, out, name="out")
        except AssertionError:
            return cache, "Your spatial_batchnorm_forward is wrong: mend it first."
        return cache, ""

    with_either_cache(check, own, documented)


def _gradient_hint(
    case: SpatialCase, name: str, truth: Array, grad: Array
) -> str | None:
    if name != "x":
        if grad.shape != truth.shape:
            return "one number a channel: shape (C,)."
        return None
    if grad.shape != truth.shape:
        return "dx has the shape of x: bring the channel axis back to its place."
    n, c, h, w = case.x.shape
    flat = np.moveaxis(truth, 1, -1).reshape(-1, c)
    trace = flat.reshape(n, c, h, w)
    hint = "undo the two steps in reverse: reshape first, then move the channel axis."
    return None if trace.size == h * w else recognise(grad, [(hint, trace)])
