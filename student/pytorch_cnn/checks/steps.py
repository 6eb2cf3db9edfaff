from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from checks.closeness import Array, assert_close
from checks.hints import recognise

Batch = tuple[Tensor, Tensor]
ACCUMULATED = "what is in `w.grad` before `backward` adds to it?"
LEFT_OVER = "what is in `w.grad` when your very first step begins?"
TWICE = "one batch, one gradient, one update."
UNCHANGED = "nothing has moved: what is in `w.grad` when the update happens?"


def line(weight: float) -> nn.Linear:
    model = nn.Linear(1, 1, bias=False)
    nn.init.constant_(model.weight, weight)
    return model


def regression(rng: np.random.Generator) -> tuple[nn.Sequential, list[Batch]]:
    model = nn.Sequential(nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 2)).double()
    _draw(rng, model)
    batches = [
        (_tensor(rng.normal(size=(6, 4))), _tensor(rng.normal(size=(6, 2))))
        for _ in range(3)
    ]
    return model, batches


def convolutional_model(
    rng: np.random.Generator, *, normalized: bool = False
) -> tuple[nn.Sequential, Tensor, Tensor]:
    norm = [nn.BatchNorm2d(3)] if normalized else []
    model = nn.Sequential(
        nn.Conv2d(2, 3, 3), *norm, nn.ReLU(), nn.Flatten(), nn.Linear(27, 4)
    ).double()
    _draw(rng, model)
    X, y = rng.normal(size=(8, 2, 5, 5)), rng.integers(4, size=8)
    return model, _tensor(X), torch.from_numpy(y)


class OutputsFirst(nn.Module):

    def __init__(self, loss_fn: nn.Module) -> None:
        super().__init__()
        self.loss_fn = loss_fn

    def forward(self, outputs: Tensor, targets: Tensor) -> Any:
        if getattr(targets, "requires_grad", False):
            raise AssertionError("loss_fn takes the outputs first, then the targets")
        return self.loss_fn(outputs, targets)


def worked_hint(weight: Array) -> str | None:
    mistakes = [
        (UNCHANGED, 2.0),
        (TWICE, -5.2),
        ("an update goes down the slope.", 5.6),
    ]
    return recognise(weight.ravel(), [(hint, [value]) for hint, value in mistakes])


def worked_loss_hint(loss: Array) -> str | None:
    return recognise(loss, [("it is the loss *before* the update.", 23.04)], rtol=1e-4)


def leave_gradients(rng: np.random.Generator, model: nn.Module) -> None:
    for weights in model.parameters():
        weights.grad = _tensor(rng.normal(size=tuple(weights.shape)))


def assert_parameters(
    model: nn.Module,
    truth: nn.Module,
    wrong: Mapping[str, Mapping[str, Array]] | None = None,
) -> None:
    for name, expected in truth.named_parameters():
        seen = dict(model.named_parameters())[name]
        mistakes = [(hint, left[name]) for hint, left in (wrong or {}).items()]
        hint = recognise(seen.detach().numpy(), mistakes)
        assert_close(seen, expected.detach().numpy(), name=name, hint=hint)


def parameters_of(model: nn.Module) -> dict[str, Array]:
    return {
        name: weights.detach().numpy().copy()
        for name, weights in model.named_parameters()
    }


def _draw(rng: np.random.Generator, model: nn.Module) -> None:
    with torch.no_grad():
        for weights in model.parameters():
            weights.copy_(_tensor(rng.normal(0, 0.5, tuple(weights.shape))))


def _tensor(values: Array) -> Tensor:
    return torch.from_numpy(values)
