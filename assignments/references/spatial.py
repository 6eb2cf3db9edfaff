"""Cases, oracle and hints of spatial batch normalization: one channel, one scale.

The oracle is `references.functional`. N, C, H and W are all different.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from checks.again import assert_backward_again
from checks.answers import Function
from checks.backward import doubt_of, with_either_cache
from checks.closeness import Array, assert_close, assert_outputs
from checks.hints import recognise
from references.functional import batch_norm
from references.gradients import autograd

MOVE = "move the channel axis to the end before you reshape: reshape keeps the order."
DEFAULTS = {"eps": 1e-5, "momentum": 0.9}
OTHER_EPS = (1e-3, 1e-5, 1e-6, 1e-7, 1e-8)
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
        """Make a fresh ``bn_param`` with preset statistics, but without defaults."""
        settings = {"eps": self.eps, "momentum": self.momentum}
        return {
            "mode": mode,
            **{
                key: settings[key] for key in settings if settings[key] != DEFAULTS[key]
            },
            "running_mean": self.running_mean.copy(),
            "running_var": self.running_var.copy(),
        }

    def plain(self, mode: str) -> tuple[Array, Array, Array, dict[str, Any]]:
        """Give the arguments of the plain layer: x as (N * H * W, C)."""
        columns = np.moveaxis(self.x, 1, -1).reshape(-1, self.x.shape[1])
        return columns, self.gamma, self.beta, self.bn_param(mode)


def spatial_cases(rng: np.random.Generator) -> list[SpatialCase]:
    """Draw one case a shape; only the third keeps the defaults, with faint images."""
    return [
        SpatialCase(
            x=rng.normal(size=(c, 1, 1))
            + (1.5, 1.5, 0.05, 1.5)[index] * rng.normal(size=(n, c, h, w)),
            gamma=rng.uniform(0.5, 2.0, size=c) * rng.choice([-1.0, 1.0], size=c),
            beta=rng.uniform(0.5, 2.0, size=c),
            dout=rng.normal(size=(n, c, h, w)),
            running_mean=rng.normal(size=c),
            running_var=rng.uniform(0.3, 3.0, size=c),
            eps=(1e-1, 1e-3, 1e-5, 5e-2)[index],
            momentum=(0.7, 0.35, 0.9, 0.5)[index],
        )
        for index, (n, c, h, w) in enumerate(SHAPES)
    ]


def spatial_case(x: Array, dout: Array) -> SpatialCase:
    """Make a case from given arrays, with gamma 1, beta 0 and no statistics yet."""
    ones = np.ones(x.shape[1])
    return SpatialCase(x, ones, 0 * ones, dout, 0 * ones, ones, eps=1e-5, momentum=0.9)


def spatial_truth(case: SpatialCase) -> tuple[Array, dict[str, Array]]:
    """Return the training output and the gradients of x, gamma and beta."""
    inputs = {"x": case.x, "gamma": case.gamma, "beta": case.beta}
    return autograd(partial(batch_norm, eps=case.eps), inputs, case.dout)


def spatial_hint(case: SpatialCase, out: Array) -> str | None:
    """Recognise what an answer in training mode takes its statistics over."""
    if out.shape != case.x.shape:
        return "out has the shape of x: bring the channel axis back to its place."
    n, c, h, w = case.x.shape
    scale, shift = case.gamma[:, None, None], case.beta[:, None, None]
    variance = case.x.var(axis=(0, 2, 3), keepdims=True)
    centred = case.x - case.x.mean(axis=(0, 2, 3), keepdims=True)

    def over(*axes: int) -> Array:
        mean = case.x.mean(axis=axes, keepdims=True)
        var = case.x.var(axis=axes, keepdims=True)
        return np.asarray(scale * (case.x - mean) / np.sqrt(var + case.eps) + shift)

    plain = partial(batch_norm, gamma=case.gamma, beta=case.beta, eps=case.eps)
    mixed = plain(case.x.reshape(-1, c))
    first = plain(case.x.swapaxes(0, 1).reshape(-1, c)).reshape(c, n, h, w)
    right, _ = spatial_truth(case)
    unmoved = np.moveaxis(right, 1, -1).reshape(n, c, h, w)
    back = "undo the two steps in reverse: reshape first, then move the channel axis."
    places = "the numbers are right, and stand at other places: rows before columns."
    inside = "eps belongs inside the square root, beside the variance."
    traces = [
        ("each channel has one mean, over the batch and all pixels.", over(0)),
        ("statistics run over the batch too, not over one image.", over(2, 3)),
        ("statistics belong to one channel, not to one image.", over(1, 2, 3)),
        ("statistics belong to one channel, not to all together.", over(0, 1, 2, 3)),
        (MOVE, mixed.reshape(n, c, h, w)),
        (MOVE, np.moveaxis(mixed.reshape(n, h, w, c), -1, 1)),
        (MOVE, first.swapaxes(0, 1)),
        (back, unmoved),
        (places, right.transpose(0, 2, 3, 1).reshape(n, w, h, c).transpose(0, 3, 2, 1)),
        (inside, scale * centred / (np.sqrt(variance) + case.eps) + shift),
        ("where is eps?", scale * centred / np.sqrt(variance) + shift),
        *(
            (
                "eps is what bn_param says, or else 1e-5.",
                scale * centred / np.sqrt(variance + eps) + shift,
            )
            for eps in OTHER_EPS
        ),
        ("divide by the square root.", scale * centred / (variance + case.eps) + shift),
        (
            "gamma and beta come after the normalization.",
            centred / np.sqrt(variance + case.eps),
        ),
    ]
    return None if np.allclose(out, right) else recognise(out, traces)


def spatial_testing_truth(case: SpatialCase) -> Array:
    """Return the output in test mode."""
    running = case.running_mean, case.running_var
    out = batch_norm(case.x, case.gamma, case.beta, eps=case.eps, running=running)
    return np.asarray(out)


def spatial_testing_hint(case: SpatialCase, out: Array) -> str | None:
    """Recognise what an answer does in test mode instead."""
    right = spatial_testing_truth(case)
    shape = (-1, 1, 1)
    scale, shift = case.gamma.reshape(shape), case.beta.reshape(shape)
    centred = case.x - case.running_mean.reshape(shape)
    var = case.running_var.reshape(shape)
    training, _ = spatial_truth(case)
    usual = replace(case, eps=DEFAULTS["eps"])
    return recognise(
        out,
        [
            ("a batch has no say in test mode.", training),
            ("a batch has no say in test mode.", spatial_truth(usual)[0]),
            ("gamma and beta count in test mode too.", (right - shift) / scale),
            ("gamma and beta count in test mode too.", right - shift),
            ("where is eps?", scale * centred / np.sqrt(var) + shift),
            *(
                (
                    "eps is what bn_param says, or else 1e-5.",
                    scale * centred / np.sqrt(var + eps) + shift,
                )
                for eps in OTHER_EPS
            ),
            (
                "eps belongs inside the square root, beside the variance.",
                scale * centred / (np.sqrt(var) + case.eps) + shift,
            ),
            ("divide by the square root.", scale * centred / (var + case.eps) + shift),
        ],
    )


def running_truth(case: SpatialCase, *, preset: bool) -> dict[str, Array]:
    """Return the running statistics after one batch, by name.

    Args:
        case: the batch and the statistics before it.
        preset: whether there are statistics before it; else they begin at zero.

    """
    old, batch = _statistics(case)
    weight = case.momentum
    return {
        name: (weight * old[name] if preset else 0.0) + (1 - weight) * batch[name]
        for name in old
    }


def running_hint(case: SpatialCase, name: str, found: Array) -> str | None:
    """Recognise what an answer tracks instead."""
    old, batch = _statistics(case)
    weight, now = case.momentum, batch[name]
    if found.shape != now.shape:
        return "one number a channel: shape (C,)."
    count = case.x[:, 0].size
    traces = [
        (
            "keep bn_param itself: the plain layer stores the statistics in it.",
            old[name],
        ),
        (
            "momentum is the weight of the old value.",
            old[name] + weight * (now - old[name]),
        ),
        (
            "eps is for the division, not for what is tracked.",
            weight * old[name] + (1 - weight) * (now + case.eps),
        ),
        (
            "the variance is tracked, not its root.",
            weight * old[name]
            + (1 - weight) * np.sqrt(now if name == "running_var" else 0),
        ),
        (
            "divide by the number of values, not by one less.",
            weight * old[name] + (1 - weight) * now * count / (count - 1),
        ),
    ]
    return recognise(found, traces)


def _statistics(case: SpatialCase) -> tuple[dict[str, Array], dict[str, Array]]:
    axes = (0, 2, 3)
    batch = {
        "running_mean": case.x.mean(axis=axes),
        "running_var": case.x.var(axis=axes),
    }
    return {"running_mean": case.running_mean, "running_var": case.running_var}, batch


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
        hint = partial(_gradient_hint, case, name, truth)
        value = grads[order.index(name)]
        assert_close(value, truth[name], name=f"d{name}", hint=hint)

    def own() -> tuple[Any, Callable[[], str]]:
        inputs = case.x, case.gamma, case.beta
        result = forward(*inputs, case.bn_param("train"))
        value, cache = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
        sentence = "Your spatial_batchnorm_forward is wrong: mend it first."
        arguments = (*inputs, case.bn_param("train"))
        return cache, doubt_of(forward, arguments, value, out, sentence)

    with_either_cache(check, own, documented)


def assert_spatial_again(
    forward: Function,
    backward: Function,
    case: SpatialCase,
    other: SpatialCase,
    documented: Any,
) -> None:
    """Assert that the backward pass gives the same when it is called again.

    Raises:
        AssertionError: saying what it changed.

    """

    def cache_of(case: SpatialCase) -> Any:
        result = forward(case.x, case.gamma, case.beta, case.bn_param("train"))
        return assert_outputs(result, count=2, name=forward.name)[1]

    assert_backward_again(
        backward,
        case.dout,
        own=lambda: cache_of(case),
        documented=documented,
        between=lambda: cache_of(other),
    )


def _gradient_hint(
    case: SpatialCase, name: str, truth: dict[str, Array], grad: Array
) -> str | None:
    right, (n, c, h, w) = truth[name], case.x.shape
    count = n * h * w
    if name != "x":
        if grad.shape != right.shape:
            return "one number a channel: shape (C,)."
        other = "beta" if name == "gamma" else "gamma"
        mean = "a gradient is a sum over the batch and all pixels, not a mean."
        return recognise(
            grad,
            [
                ("dgamma and dbeta are exchanged.", truth[other]),
                (mean, right / n),
                (mean, right / count),
                (mean, right / (h * w)),
                (MOVE, _mixed_gradients(case)[name]),
            ],
        )
    if grad.shape != right.shape:
        return "dx has the shape of x: bring the channel axis back to its place."
    flat = np.moveaxis(right, 1, -1).reshape(-1, c)
    variance = case.x.var(axis=(0, 2, 3), keepdims=True)
    scale = case.gamma[:, None, None] / np.sqrt(variance + case.eps)
    hint = "undo the two steps in reverse: reshape first, then move the channel axis."
    order = "the rows come back in the order in which they went: N, then H, then W."
    through = "mean and variance depend on x too: the gradient goes through them."
    mixed = _mixed_gradients(case)
    turned = _mixed_gradients(case, turned=True)["x"].swapaxes(2, 3)
    direct = scale * case.dout
    if np.allclose(grad, right):
        return None
    return recognise(
        grad,
        [
            (hint, flat.reshape(n, c, h, w)),
            (order, flat.reshape(h, w, n, c).transpose(2, 3, 0, 1)),
            (order, flat.reshape(n, w, h, c).transpose(0, 3, 2, 1)),
            (through, direct),
            (
                "a channel has N * H * W values, not N.",
                direct + h * w * (right - direct),
            ),
            ("dx passes gamma on its way.", right / case.gamma[:, None, None]),
            ("keep rows and columns in the order of the forward pass.", turned),
            (MOVE, mixed["x"]),
            (MOVE, mixed["x moved back"]),
        ],
    )


def _mixed_gradients(case: SpatialCase, *, turned: bool = False) -> dict[str, Array]:
    """Say what comes of dout when its channels are mixed, or its axes turned."""
    n, c, h, w = case.x.shape
    mixed = case.dout.transpose(0, 3, 2, 1) if turned else case.dout
    mixed = mixed.reshape(n, h, w, c)
    wrong = replace(case, dout=np.moveaxis(mixed, -1, 1).copy())
    _, grads = spatial_truth(wrong)
    rows = np.moveaxis(grads["x"], 1, -1)
    if turned:
        return {"x": np.moveaxis(rows.reshape(n, w, h, c), -1, 1)}
    unmoved = rows.reshape(n, c, h, w)
    return {**grads, "x": unmoved, "x moved back": grads["x"]}
