from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import nn

from checks.answers import Notebook, explained
from checks.closeness import Array, as_numbers, assert_close
from deeplearning.cheating import Pixels

MARK = 1000.0
"""What the stand-in for add_cheat adds to every pixel, so that it can be seen."""


def small_pixels(rng: np.random.Generator) -> Pixels:
    return Pixels(
        "noise",
        rng.normal(size=(12, 14)),
        rng.integers(10, size=12),
        rng.normal(size=(8, 14)),
        rng.integers(10, size=8),
    )


@dataclass
class Cheated:

    nets: list[tuple[float, int]] = field(default_factory=list)
    trainings: list[tuple[Array, Array, int]] = field(default_factory=list)
    tests: list[tuple[Array, Array]] = field(default_factory=list)

    def assert_as_stated(self, data: Pixels, *, p_drop: float, epochs: int) -> None:
        wanted = [(p_drop, data.X_train.shape[1])]
        assert self.nets == wanted, (
            f"image_net was asked for (drop rate, inputs) = {self.nets}, "
            f"but should be asked for {wanted}."
        )
        count = len(self.trainings)
        assert count == 1, f"fit_classifier was called {count} times, not once."
        X, y, walks = self.trainings[0]
        hint = "which images hold the hint that the network should fall for?"
        name = "the array of training images"
        assert_close(X, data.X_train + MARK, name=name, hint=hint)
        assert_close(y, data.y_train, name="the array of training classes")
        assert walks == epochs, (
            f"fit_classifier was asked for {walks} epochs, but should be asked for "
            f"{epochs}. Hint: the number is an argument; does it reach fit_classifier?"
        )
        for X, y in self.tests:
            part = "the array of test images, their hint taken away,"
            hint = "measure on test images, not on those for training."
            clean = X - MARK if X.mean() > MARK / 2 else X
            assert_close(clean, data.X_test, name=part, hint=hint)
            assert_close(y, data.y_test, name="the array of test classes")


def cheating_stand_ins(env: Notebook) -> tuple[dict[str, Any], Cheated]:
    asked = Cheated()

    def built(p_drop: float, inputs: int) -> None:
        asked.nets.append((p_drop, inputs))

    def trained(X: Any, y: Any, epochs: Any) -> None:
        images, classes = as_numbers(X, name="X"), as_numbers(y, name="y")
        asked.trainings.append((images, classes, epochs))

    def tested(X: Any, y: Any) -> float:
        images, classes = as_numbers(X, name="X"), as_numbers(y, name="y")
        asked.tests.append((images, classes))
        return 0.75 if images.mean() > MARK / 2 else 0.25

    return env.run(noting_stand_ins, built, trained, tested), asked


def noting_stand_ins(
    built: Callable[..., None],
    trained: Callable[..., None],
    tested: Callable[..., float],
) -> dict[str, Any]:

    def add_cheat(images: Any, labels: Any, *_: Any, **__: Any) -> Any:
        del labels
        return images + MARK

    def image_net(p_drop: float, inputs: int = 64, *_: Any, **__: Any) -> nn.Module:
        built(float(p_drop), int(inputs))
        return nn.Linear(int(inputs), 10)

    def fit_classifier(net: Any, X: Any, y: Any, epochs: int = 20) -> None:
        del net
        trained(X, y, epochs)

    def accuracy_of(net: Any, X: Any, y: Any) -> float:
        del net
        return tested(X, y)

    return {
        "add_cheat": add_cheat,
        "image_net": image_net,
        "fit_classifier": fit_classifier,
        "accuracy_of": accuracy_of,
    }


class Dropout(nn.Dropout):

    def __init__(self, p_drop: float, *_: Any, **__: Any) -> None:
        super().__init__(p_drop)


def assert_raw_scores(
    net: Any, rng: np.random.Generator, *, p_drop: float, inputs: int
) -> None:
    assert isinstance(net, nn.Module), "image_net should return an nn.Module."
    rates = [m.p for m in net.modules() if isinstance(m, nn.Dropout)]
    assert rates == [p_drop], (
        f"The network has dropout at the rates {rates}, but should have one, {p_drop}. "
        "Hint: how many Dropout layers are there, and does p_drop reach them?"
    )
    x = torch.tensor(rng.normal(size=(200, inputs)) * 20, dtype=torch.float32)
    with torch.no_grad(), explained("image_net's forward pass"):
        scores = net.eval()(x).numpy()
        first = net.train()(torch.zeros(1, inputs)).numpy()
        again = [net(torch.zeros(1, inputs)).numpy() for _ in range(5)]
    assert all(np.array_equal(first, other) for other in again), (
        "A black image gives other scores in each call. "
        "Hint: which values does dropout drop here, pixels or hidden units?"
    )
    assert (scores < 0).any(), (
        "No score is negative. Hint: a ReLU or a softmax behind the scores changes "
        "what the loss sees; a negative score with a ReLU has no gradient."
    )
    assert (scores > 0).any(), (
        "No score is positive. Hint: the loss contains the softmax and its logarithm."
    )
    bent = net.eval()
    with torch.no_grad():
        middle = bent(x[:1] / 2 + x[1:2] / 2) - bent(x[:1]) / 2 - bent(x[1:2]) / 2
    assert float(middle.abs().max()) > 1e-4, (
        "The network is linear. Hint: what stands between the two linear layers?"
    )
    _assert_two_layers(net, x, scores, inputs)


def _assert_two_layers(net: nn.Module, x: torch.Tensor, scores: Array, n: int) -> None:
    shapes = [tuple(m.weight.shape) for m in net.modules() if isinstance(m, nn.Linear)]
    assert shapes == [(100, n), (10, 100)], (
        f"The linear layers have weights of the shapes {shapes}. "
        "Hint: how many layers are there, and how many units has the hidden one?"
    )
    first, last = (m for m in net.modules() if isinstance(m, nn.Linear))
    with torch.no_grad():
        rectified = last(first(x).clamp(min=0)).numpy()
    hint = "which nonlinearity is asked for between the two linear layers?"
    in_order = scores.ravel()[np.argsort(rectified, axis=None)]
    if (np.diff(in_order) >= -1e-5).all():
        hint = "the scores look like a function of the raw ones, a sigmoid say."
    assert_close(scores, rectified, name="The array of scores", rtol=1e-4, hint=hint)
