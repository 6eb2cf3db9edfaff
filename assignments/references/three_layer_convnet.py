"""A trusted three-layer network: the oracle of `ThreeLayerConvNet`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from checks import Array, Function, as_numbers, assert_outputs, explained
from checks.hints import equal, recognise
from references.functional import (
    Traced,
    conv2d,
    cross_entropy,
    forgets_itself,
    max_pool2d,
    relu,
)
from references.gradients import autograd

WEIGHTS = ("W1", "W2", "W3")


@dataclass(frozen=True)
class ConvnetCase:
    """A network with given parameters, a batch, and what comes of them.

    X: (N, C, H, W).  y: (N,).  scores: (N, classes).  grads: by parameter's name.
    """

    X: Array
    y: npt.NDArray[np.int64]
    params: dict[str, Array]
    reg: float
    scores: Array
    loss: float
    grads: dict[str, Array]

    def build(self, convnet: Function) -> Any:
        """Make the student's network and give it this case's parameters."""
        filters, channels, k, _ = self.params["W1"].shape
        net = convnet(
            input_dim=(channels, *self.X.shape[2:]),
            num_filters=filters,
            filter_size=k,
            hidden_dim=len(self.params["b2"]),
            num_classes=len(self.params["b3"]),
            reg=self.reg,
        )
        with explained("ThreeLayerConvNet"):
            net.params.update({name: a.copy() for name, a in self.params.items()})
        return net

    def loss_of(self, convnet: Function) -> tuple[Any, dict[str, Any]]:
        """Call the student's ``loss(X, y)``.

        Raises:
            AssertionError: when it does not return a number and a dictionary.

        """
        net = self.build(convnet)
        with explained("loss"):
            result = net.loss(self.X.copy(), self.y.copy())
        loss, grads = assert_outputs(result, count=2, name="loss(X, y)")
        assert isinstance(grads, dict), "loss(X, y) should return (loss, grads)."
        missing = [name for name in self.params if name not in grads]
        assert not missing, (
            f"the gradients have no {missing[0]}; their names are "
            f"{', '.join(sorted(map(str, grads))) or 'none'}. "
            "Hint: a gradient has the name of its parameter."
        )
        return as_numbers(loss, name="the loss").reshape(()), grads

    @property
    def _squares(self) -> dict[str, float]:
        return {name: float((self.params[name] ** 2).sum()) for name in self.params}

    def scores_hint(self, scores: Array) -> str | None:
        """Recognise what is returned in the place of the scores."""
        if scores.ndim < 2:
            return "without labels there is no loss: loss(X) returns the scores."
        shifted = np.exp(self.scores - self.scores.max(axis=1, keepdims=True))
        return recognise(
            scores,
            [
                (
                    "nothing follows the last affine layer, so scores may be negative.",
                    self.scores.clip(0),
                ),
                (
                    "scores are no probabilities: softmax_loss does the rest.",
                    shifted / shifted.sum(axis=1, keepdims=True),
                ),
            ],
        )

    def loss_hint(self, loss: Array) -> str | None:
        """Recognise a mistake in the penalty by how much it adds."""
        squares = self._squares
        weights = sum(squares[name] for name in WEIGHTS)
        extra = (float(loss) - self.loss) / max(self.reg, 1e-12)
        return recognise(
            extra,
            [
                ("the penalty is half of reg times the squares.", weights / 2),
                ("the penalty is missing.", -weights / 2),
                ("the penalty leaves one weight out.", -squares["W1"] / 2),
                (
                    "the penalty is on the weights, not on the biases.",
                    (sum(squares.values()) - weights) / 2,
                ),
            ],
        )

    def gradient_hint(self, name: str, grad: Array) -> str | None:
        """Recognise a mistake in one gradient's penalty."""
        truth, own = self.grads[name], self.params[name]
        if grad.shape != truth.shape:
            return "a gradient has the shape of its parameter."
        if not self.reg and equal(grad, self._without_relu[name]):
            return "the second ReLU passes the gradient only where its input was > 0."
        if self.reg and name in WEIGHTS and equal(grad + self.reg * own, truth):
            return "the gradient of the penalty, reg times the weight, is missing."
        if self.reg and name in WEIGHTS and equal(grad + 0.5 * self.reg * own, truth):
            return "the gradient of half a square is the whole weight."
        if self.reg and name in WEIGHTS and equal(grad - self.reg * own, truth):
            return "the gradient of half a square has no factor 2."
        if self.reg and name not in WEIGHTS and equal(grad - self.reg * own, truth):
            return "the penalty is on the weights, not on the biases."
        return None

    @property
    def _without_relu(self) -> dict[str, Array]:
        """Say what comes of the gradients without the second ReLU's backward pass."""
        return _twin(self.params, self.X, self.y, self.reg, straight=True)[2]


def draw_case(rng: np.random.Generator, *, reg: float) -> ConvnetCase:
    """Draw a network that is nowhere square, with biases that are not zero.

    Each class has scores of both signs: otherwise a ReLU on them might go unseen.
    """
    filters, channels, k, height, width, hidden, classes, n = 3, 2, 3, 4, 6, 5, 4, 7
    shapes = {
        "W1": (filters, channels, k, k),
        "b1": (filters,),
        "W2": (filters * height // 2 * width // 2, hidden),
        "b2": (hidden,),
        "W3": (hidden, classes),
        "b3": (classes,),
    }
    X = rng.normal(size=(n, channels, height, width))
    y = rng.integers(0, classes, size=n)
    scores = np.zeros((n, classes))
    while np.ptp(scores, axis=0).min() < 0.1:  # hidden units may all be 0
        params = {
            name: rng.normal(0, 0.6, size=shape) for name, shape in shapes.items()
        }
        scores, *_ = _twin(params, X, y, reg)
    params["b3"] -= scores.mean(axis=0)
    return ConvnetCase(X, y, params, reg, *_twin(params, X, y, reg))


def _twin(
    params: dict[str, Array],
    X: Array,
    y: npt.NDArray[np.int64],
    reg: float,
    *,
    straight: bool = False,
) -> tuple[Array, float, dict[str, Array]]:
    last = forgets_itself(relu) if straight else relu
    pad = (params["W1"].shape[2] - 1) // 2

    def scores_of(p: dict[str, Traced]) -> Traced:
        maps = relu(conv2d(X, p["W1"], p["b1"], pad=pad))
        pooled = max_pool2d(maps, 2, 2, 2).reshape((len(X), -1))
        return last(pooled @ p["W2"] + p["b2"]) @ p["W3"] + p["b3"]

    def loss_of(**p: Traced) -> Traced:
        squares = sum((p[name] ** 2).sum() for name in WEIGHTS)
        return cross_entropy(scores_of(p), y) + 0.5 * reg * squares

    loss, grads = autograd(loss_of, params)
    return scores_of(params), float(loss), grads
