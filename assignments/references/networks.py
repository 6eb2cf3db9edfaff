"""The fully connected network of `bn_drop`: a trusted twin, and what tests measure."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from checks import Array
from checks.hints import recognise
from checks.networks import NetworkCase, Params
from references.functional import (
    Traced,
    batch_norm,
    cross_entropy,
    forgets_itself,
    relu,
)
from references.gradients import autograd
from references.layers import (
    TrustedLayers,
)

EPS, MOMENTUM = 1e-5, 0.9


@dataclass(frozen=True)
class Twin:
    """The network; each setting but the first three is a known mistake.

    Attributes:
        case: parameters and batch.
        masks: the scaled dropout mask of each hidden layer, (N, width); none for none.
        running: the mean and variance of each hidden layer, for test mode.
        normalizes: whether the hidden layers are normalized at all.
        relu_first: ReLU before batch normalization.
        dropout_first: dropout before batch normalization.
        output_too: batch normalization of the scores, with gamma 1 and beta 0.
        dropout_back: whether the gradient passes back through the dropout layers.

    """

    case: NetworkCase
    masks: Sequence[Array] = ()
    running: Sequence[tuple[Array, Array]] | None = None
    normalizes: bool = True
    relu_first: bool = False
    dropout_first: bool = False
    output_too: bool = False
    dropout_back: bool = True

    def truth(self) -> tuple[float, Params]:
        """Return the mean cross-entropy and its gradients."""
        return cross_entropy_truth(self.scores, self.case)

    def loss(self) -> float:
        """Return the mean cross-entropy."""
        return float(cross_entropy(self.scores(self.case.params), self.case.y))

    def gradients(self) -> Params:
        """Return the gradients of the mean cross-entropy."""
        return self.truth()[1]

    def test_scores(self, X: Array) -> Array:
        """Return the scores of other rows, shape (N, C)."""
        return np.asarray(self.scores(self.case.params, X))

    def scores(self, p: Params, X: Array | None = None) -> Traced:
        """Compute the scores with the parameters ``p``, shape (N, C)."""
        out = self.case.X if X is None else X
        last = len(self.case.dims) - 1
        for layer in range(1, last):
            out = out @ p[f"W{layer}"] + p[f"b{layer}"]
            out = relu(out) if self.relu_first else out
            out = self._dropped(out, layer) if self.dropout_first else out
            out = self._normalized(out, p, layer)
            out = out if self.relu_first else relu(out)
            out = out if self.dropout_first else self._dropped(out, layer)
        out = out @ p[f"W{last}"] + p[f"b{last}"]
        return batch_norm(out, eps=EPS) if self.output_too else out

    def _dropped(self, out: Traced, layer: int) -> Traced:
        if not self.masks:
            return out
        dropped = partial(operator.mul, self.masks[layer - 1])
        return (dropped if self.dropout_back else forgets_itself(dropped))(out)

    def _normalized(self, out: Traced, p: Params, layer: int) -> Traced:
        if not (self.case.normalized and self.normalizes):
            return out
        gamma, beta = p[f"gamma{layer}"], p[f"beta{layer}"]
        running = None if self.running is None else self.running[layer - 1]
        return batch_norm(out, gamma, beta, eps=EPS, running=running)

    def batch_statistics(self, X: Array) -> list[tuple[Array, Array]]:
        """Return mean and biased variance of what each hidden layer normalizes."""
        p, out, found = self.case.params, X, []
        for layer in range(1, len(self.case.dims) - 1):
            out = out @ p[f"W{layer}"] + p[f"b{layer}"]
            out = relu(out) if self.relu_first else out
            found.append((out.mean(axis=0), out.var(axis=0)))
            out = self._normalized(out, p, layer)
            out = out if self.relu_first else relu(out)
        return found

    def after_training(self, batches: Sequence[Array]) -> Twin:
        """Return the twin with the statistics that training on batches leaves."""
        running = self.forgetful().running or ()
        for X in batches:
            running = [
                (
                    MOMENTUM * mean + (1 - MOMENTUM) * new_mean,
                    MOMENTUM * var + (1 - MOMENTUM) * new_var,
                )
                for (mean, var), (new_mean, new_var) in zip(
                    running, self.batch_statistics(X), strict=True
                )
            ]
        return replace(self, running=running)

    def forgetful(self) -> Twin:
        """Return the twin with the statistics from before any training: zeros."""
        zeros = [(np.zeros(width), np.zeros(width)) for width in self.case.hidden]
        return replace(self, running=zeros)


def cross_entropy_truth(
    scores: Callable[[Params], Traced], case: NetworkCase
) -> tuple[float, Params]:
    """Return the mean cross-entropy of ``scores(params)``, and its gradients."""

    def loss(**params: Traced) -> Traced:
        return cross_entropy(scores(params), case.y)

    value, grads = autograd(loss, case.params)
    return float(value), grads


# --- what the tests of the network measure ------------------------------------

BIASES = tuple(f"b{layer}" for layer in range(1, 10))
SIGMAS = 6.0
"""How unlucky a right answer may be: once in five hundred million draws."""


def assert_drawn_from_a_normal(weights: Array, scale: float, *, name: str) -> None:
    """Assert that weights look drawn from a normal distribution with mean 0.

    Raises:
        AssertionError: naming the standard deviation, the mean, or the shape.

    """
    n, std = weights.size, float(weights.std())
    assert abs(std / scale - 1) < SIGMAS / np.sqrt(2 * n), (
        f"{name} has the standard deviation {std:.3g}, but weight_scale is {scale:.3g}."
        " Hint: weight_scale is a standard deviation."
    )
    assert abs(float(weights.mean())) < SIGMAS * scale / np.sqrt(n), (
        f"{name} has the mean {weights.mean():.2g}, but should be drawn around 0."
    )
    beyond = float((np.abs(weights) > 2 * scale).mean())
    usual = 0.0455
    assert abs(beyond - usual) < SIGMAS * np.sqrt(usual / n), (
        f"{name} has {beyond:.1%} of its entries beyond two standard deviations; a "
        f"normal distribution has {usual:.1%}. Hint: uniform numbers are not normal."
    )


def read_masks(layers: TrustedLayers, case: NetworkCase, p_drop: float) -> list[Array]:
    """Read the mask of each hidden layer from what the layers remember.

    Raises:
        AssertionError: when dropout was asked for too rarely, too often, in another
            place, or with another probability.

    """
    asked = [mask.shape[1] for mask in layers.masks]
    if case.dims[-1] in asked:
        hint = " Hint: nothing is dropped from the scores."
    elif case.dims[0] in asked:
        hint = " Hint: nothing is dropped from the input."
    else:
        hint = " Hint: one dropout layer a hidden layer, after its ReLU."
    assert asked == case.hidden, (
        f"Dropout was applied to layers of width {asked}, but the hidden layers have "
        f"the widths {case.hidden}." + hint
    )
    seen = layers.probabilities[0]
    hint = (
        " Hint: dropout is the probability to drop, not to keep."
        if abs(seen - (1 - p_drop)) < 1e-9
        else ""
    )
    assert abs(seen - p_drop) < 1e-9, (
        f"dropout_forward was called with p = {seen:.3g} for dropout = {p_drop:.3g}."
        + hint
    )
    return layers.masks


def nearest(value: float | Array, *truths: float | Array) -> float | Array:
    """Choose the truth that lies nearest to the value."""
    return min(truths, key=lambda truth: float(np.max(np.abs(truth - value))))


def penalties(case: NetworkCase, reg: float) -> tuple[float, Params]:
    """Return the penalty on the weights, and its gradient for every parameter."""
    shares = {
        name: reg * value * name.startswith("W") for name, value in case.params.items()
    }
    return 0.5 * reg * _squares(case, "W"), shares


def penalty_hint(seen: float, case: NetworkCase, reg: float) -> str | None:
    """Recognise a wrong penalty by its value."""
    weights = _squares(case, "W")
    last = float(np.sum(case.params[f"W{len(case.dims) - 1}"] ** 2))
    half = "mind the factor one half in front of the sum."
    means = sum(float(np.mean(v**2)) for n, v in case.params.items() if n[0] == "W")
    only = "only the weights are penalized, no biases, no gamma, no beta."
    return recognise(
        seen / reg,
        [
            (half, weights),
            (only, 0.5 * (weights + _squares(case, *BIASES))),
            (only, 0.5 * (weights + _squares(case, "gamma"))),
            (only, 0.5 * (weights + _squares(case, "gamma", "beta"))),
            (only, 0.5 * _squares(case, "")),
            ("the output layer has weights too.", 0.5 * (weights - last)),
            ("the squares are added up, not averaged.", 0.5 * means),
        ],
    )


def _squares(case: NetworkCase, *beginnings: str) -> float:
    """Sum the squares of the parameters whose names begin so."""
    chosen = [
        value for name, value in case.params.items() if name.startswith(beginnings)
    ]
    return float(sum(np.sum(value**2) for value in chosen))
