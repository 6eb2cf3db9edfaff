"""Random tanh units and networks, their gradients by autograd, and known mistakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import autograd.numpy as anp
import numpy as np

from checks import Array
from checks.hints import equal, recognise
from references.functional import Traced
from references.gradients import autograd

WIDTHS = ((1, 2, 3, 4), (1, 2, 1, 1), (3, 4, 2), (2, 3, 3, 2, 2))


TURNED = "each signal takes its weights from one column of W: mind the transpose."


@dataclass(frozen=True)
class Unit:
    """One tanh unit with a batch: w (d,), X (N, d), y (N,)."""

    w: Array
    X: Array
    y: Array

    @property
    def gradient(self) -> Array:
        """The gradient of the mean squared error with respect to w."""
        return unit_gradient(self.w, self.X, self.y)


def unit_gradient(w: Array, X: Array, y: Array) -> Array:
    """Differentiate the mean of (tanh(X w) - y)^2 with respect to w."""

    def loss(w: Traced) -> Traced:
        return anp.mean((anp.tanh(X @ w) - y) ** 2)

    return autograd(loss, {"w": w})[1]["w"]


def units(rng: np.random.Generator) -> list[Unit]:
    """Draw units of several sizes; no tanh is saturated."""
    return [
        Unit(
            w=rng.uniform(-1, 1, size=d) / np.sqrt(d),
            X=rng.normal(size=(n, d)),
            y=rng.uniform(-1, 1, size=n),
        )
        for n, d in ((5, 3), (1, 4), (12, 2))
    ]


def gradient_hint(case: Unit, gradient: Array) -> str | None:
    """Recognise a mistake in the gradient of one tanh unit."""
    X, y, n = case.X, case.y, len(case.y)
    out = np.tanh(X @ case.w)
    if gradient.shape == (n,) and n != len(case.w):
        return "sum over the rows of X; one number for each weight remains."
    if gradient.shape == X.shape:
        return "each row has its share in the gradient: the error is their mean."
    if gradient.shape == ():
        return "what does the signal of a row become when one weight changes?"
    truth = case.gradient
    if equal(gradient + 1, 1 - truth):
        return "check the sign: which way round is the difference?"
    return recognise(
        gradient,
        [
            ("the derivative of a square brings a factor.", truth / 2),
            ("the error is a mean over the rows, not a sum.", truth * n),
            (
                "the error is a mean over the rows; and a square brings a factor.",
                truth * n / 2,
            ),
            (
                "the chain passes through tanh: where is its derivative?",
                2 / n * (out - y) @ X,
            ),
            ("what is the derivative of tanh?", 2 / n * ((out - y) * (1 - out)) @ X),
            (
                "what is the derivative of tanh?",
                2 / n * ((out - y) * out * (1 - out)) @ X,
            ),
            (
                "the derivative of tanh is taken at w^T x, or from its output: "
                "which one did you square?",
                2 / n * ((out - y) * (1 - (X @ case.w) ** 2)) @ X,
            ),
            (
                "the error compares y with tanh.",
                2 / n * ((X @ case.w - y) * (1 - out**2)) @ X,
            ),
        ],
    )


def overflow_hint(case: Unit, gradient: Array) -> str | None:
    """Recognise an overflow at 1e5 times the weights, or another mistake there."""
    if not np.isfinite(gradient).all():
        return "which function overflows for large numbers?"
    return gradient_hint(replace(case, w=1e5 * case.w), gradient)


def norms_hint(case: Unit, scales: Array, norms: Array) -> str | None:
    """Recognise a mistake in the gradient norms along a ray of weights."""
    grads = np.stack([unit_gradient(c * case.w, case.X, case.y) for c in scales])
    sizes = np.linalg.norm(grads, axis=1)
    return recognise(
        norms,
        [
            (
                "evaluate the gradient at the scaled weights.",
                scales * sizes[scales == 1],
            ),
            (
                "evaluate the gradient at the scaled weights.",
                0 * scales + sizes[scales == 1],
            ),
            (
                "only w is scaled: by the chain rule, what would you measure then?",
                scales * sizes,
            ),
            ("a length is the root of a sum of squares.", sizes**2),
            ("a length is the root of a sum of squares.", np.abs(grads).sum(axis=1)),
        ],
    )


def limit_hint(signal: Array, limit: Array) -> str | None:
    """Recognise a wrong limit of tanh(c * signal)."""
    if limit.shape != signal.shape:
        return "give one limit for each row of X."
    if not np.isfinite(limit).all():
        return "the signal grows without bound; which values can tanh take?"
    side = "think of the rows that lie on the other side of the plane, or on it."
    on = "what is c times 0, however large c is?"
    return recognise(
        limit,
        [
            ("that is the limit of the logistic function.", signal > 0),
            ("that is the limit of the logistic function.", np.sign(signal) / 2 + 0.5),
            (on, np.where(signal >= 0, 1.0, -1.0)),
            (on, np.where(signal > 0, 1.0, -1.0)),
            (side, np.ones_like(signal)),
            (side, np.abs(np.sign(signal))),
            (side, -np.sign(signal)),
            ("the slope tends to 0, but does tanh itself?", np.zeros_like(signal)),
            ("the limit has no c any more: let c grow.", np.tanh(signal)),
        ],
    )


@dataclass(frozen=True)
class Network:
    """A tanh network with a linear output; row 0 of every matrix holds the biases."""

    weights: list[Array]  # (1 + d_in, d_out) each
    x: Array
    y: Array

    @cached_property
    def truth(self) -> tuple[list[Array], list[Array], list[Array]]:
        """Outputs of the layers, sensitivities and weight gradients."""

        def loss(**p: Traced) -> Traced:
            return anp.sum((self._outputs(p)[-1] - self.y) ** 2)

        layers = range(1, len(self.weights) + 1)
        given = {f"W{layer}": W for layer, W in enumerate(self.weights, start=1)}
        # A sensitivity is the slope of the loss along a change of the signal.
        given |= {f"s{layer}": 0 * given[f"W{layer}"][0] for layer in layers}
        _, grads = autograd(loss, given)
        deltas, gradients = ([grads[f"{kind}{n}"] for n in layers] for kind in "sW")
        return self._outputs(given), deltas, gradients

    def _outputs(self, p: dict[str, Traced]) -> list[Traced]:
        one = np.ones(1)
        outputs = [np.concatenate([one, self.x])]
        for layer in range(1, len(self.weights) + 1):
            signal = outputs[-1] @ p[f"W{layer}"] + p[f"s{layer}"]
            outputs.append(anp.concatenate([one, anp.tanh(signal)]))
        return [*outputs[:-1], signal]

    @property
    def outputs(self) -> list[Array]:
        """Fresh copies of x of every layer, the constant 1 first but in the last."""
        return [x.copy() for x in self.truth[0]]

    @property
    def deltas(self) -> list[Array]:
        """Fresh copies of the sensitivities, layer 1 first."""
        return [delta.copy() for delta in self.truth[1]]

    @property
    def gradients(self) -> list[Array]:
        """The gradients of the weights, layer 1 first."""
        return self.truth[2]


def networks(rng: np.random.Generator) -> list[Network]:
    """Draw networks of two to four layers."""
    return [
        Network(
            weights=[
                rng.uniform(-1, 1, size=(1 + d_in, d_out))
                for d_in, d_out in pairwise(widths)
            ],
            x=rng.uniform(0.5, 1.5, size=widths[0]),
            y=rng.uniform(-1, 1, size=widths[-1]),
        )
        for widths in WIDTHS
    ]


def layer_hint(net: Network, place: int, x: Array) -> str | None:
    """Recognise a mistake in the forward pass, at one layer."""
    last = place == len(net.weights)
    truth = net.outputs[place]
    if x.shape != truth.shape:
        return (
            "the last layer feeds nothing, so its output needs no constant 1."
            if last
            else "every x but the last starts with the constant 1."
        )
    if place == 0:
        return "the constant 1 comes first."
    if not last and x[0] != 1:
        return "the constant stays 1 in every layer: it has no signal."
    before, W = net.outputs[place - 1], net.weights[place - 1]
    signal = before @ W
    if last:
        return recognise(
            x,
            [
                ("the output of the last layer is linear.", np.tanh(signal)),
                ("row 0 of every matrix holds the biases.", before[1:] @ W[1:]),
                *[(TURNED, W @ before)] * (len(W) == W.shape[1]),
            ],
        )
    return recognise(
        x[1:],
        [
            ("row 0 of every matrix holds the biases.", np.tanh(before[1:] @ W[1:])),
            ("hidden layers pass their signals through tanh.", signal),
            *[(TURNED, np.tanh(W @ before))] * (len(W) == W.shape[1]),
            (
                "carry full precision; round once, at the very end.",
                np.tanh(signal).round(2),
            ),
            (
                "hidden layers pass their signals through tanh.",
                np.maximum(signal, 0),
            ),
            (
                "hidden layers use tanh, not the logistic function.",
                1 / (1 + np.exp(-signal)),
            ),
        ],
    )


Back = Callable[[Array], Array]


def backward_variant(
    net: Network,
    *,
    factor: float = 2.0,
    slope: Back = lambda x: 1 - x**2,
    tanh_output: bool = False,
    output_slope: bool = False,
    rounded: bool = False,
    mean: bool = False,
    first_unit: bool = False,
) -> list[Array]:
    """Go back through the network with one thing changed."""
    outputs = net.outputs
    if rounded:
        outputs = [np.round(x, 2) for x in outputs]
    if tanh_output:
        outputs[-1] = np.tanh(outputs[-1])
    delta = factor * (outputs[-1] - net.y) / (len(net.y) if mean else 1)
    if tanh_output or output_slope:
        delta = delta * (1 - outputs[-1] ** 2)
    deltas = [delta]
    for W, x in zip(net.weights[:0:-1], outputs[-2:0:-1], strict=True):
        used = W[1:, :1] @ deltas[0][:1] if first_unit else W[1:] @ deltas[0]
        deltas.insert(0, slope(x[1:]) * used)
    return deltas


def sensitivity_hint(net: Network, place: int, delta: Array) -> str | None:
    """Recognise a mistake in the sensitivities, at one layer."""
    final = net.deltas[-1]
    if place == 0 and delta.shape == final.shape and equal(delta, final):
        return "the list begins with layer 1, whichever you compute first."
    if delta.shape != net.deltas[place].shape:
        return "no signal enters the constant 1, so its row of W passes nothing back."

    def variant(**changes: object) -> Array:
        return backward_variant(net, **changes)[place]  # type: ignore[arg-type]

    return recognise(
        delta,
        [
            ("the derivative of a square brings a factor.", variant(factor=1.0)),
            ("check the sign of the output's error.", variant(factor=-2.0)),
            ("the error is a sum over the outputs, not a mean.", variant(mean=True)),
            (
                "the error is a sum over the outputs, not a mean.",
                variant(mean=True, factor=1.0),
            ),
            (
                "a unit acts on every unit of the next layer: add their shares.",
                variant(first_unit=True),
            ),
            (
                "the output is linear: which slope does it have?",
                variant(tanh_output=True),
            ),
            (
                "the output is linear: which slope does it have?",
                variant(output_slope=True),
            ),
            (
                "carry full precision; round once, at the very end.",
                variant(rounded=True),
            ),
            (
                "the chain passes through tanh: where is its slope?",
                variant(slope=np.ones_like),
            ),
            ("what is the derivative of tanh?", variant(slope=lambda x: 1 - x)),
            ("what is the derivative of tanh?", variant(slope=lambda x: x * (1 - x))),
            (
                "x is already the output of tanh: do not apply tanh again.",
                variant(slope=lambda x: 1 - np.tanh(x) ** 2),
            ),
        ],
    )


def outer_hint(
    outputs: list[Array], deltas: list[Array], place: int, gradient: Array
) -> str | None:
    """Recognise a mistake in the gradient of one weight matrix."""
    x, after, delta = outputs[place], outputs[place + 1], deltas[place]
    last = place == len(deltas) - 1
    pairs = "W stands between two layers: which output enters, which signal comes out?"
    if gradient.shape == (len(delta), len(x)) and len(delta) != len(x):
        return "rows belong to inputs and columns to outputs, as in W itself."
    if gradient.shape == (len(x) - 1, len(delta)):
        return "the biases are weights too: their input is the constant 1."
    slope = 1 if last else 1 - after[1:] ** 2
    return recognise(
        gradient,
        [
            (
                "rows belong to inputs and columns to outputs, as in W itself.",
                np.outer(delta, x),
            ),
            ("what does a bias multiply?", np.outer(np.append(0.0, x[1:]), delta)),
            (pairs, np.outer(after, delta)),
            ("the sensitivities hold the slope already.", np.outer(x, slope * delta)),
            (
                "carry full precision; round once, at the very end.",
                np.outer(x.round(2), delta.round(2)),
            ),
            ("the sensitivities hold the factor 2 already.", 2 * np.outer(x, delta)),
            (
                "a step of gradient descent has a minus sign, the gradient has none.",
                -np.outer(x, delta),
            ),
        ],
    )
