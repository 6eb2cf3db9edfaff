"""Cases, oracle and laws of batch normalization.

The oracle is torch. The laws say what an answer must satisfy whatever its code:
the output does not change when x is shifted, so each column of dx sums to zero; it
hardly changes when x is scaled, which fixes one more sum. A law that does not hold
names the path that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from checks.closeness import Array
from checks.gradients import autograd
from checks.hints import equal, recognise

SHAPES = ((4, 5), (7, 3), (50, 1), (2, 6))


@dataclass(frozen=True)
class BatchCase:
    """One input of a batch-normalization layer; every setting off its default."""

    x: Array
    gamma: Array
    beta: Array
    dout: Array
    running_mean: Array
    running_var: Array
    eps: float
    momentum: float

    def bn_param(self, mode: str, *, preset: bool = True) -> dict[str, Any]:
        """Make a fresh ``bn_param``, with or without running statistics."""
        param: dict[str, Any] = {
            "mode": mode,
            "eps": self.eps,
            "momentum": self.momentum,
        }
        if preset:
            param["running_mean"] = self.running_mean.copy()
            param["running_var"] = self.running_var.copy()
        return param

    def running(self, *, preset: bool = True) -> tuple[Array, Array]:
        """Say what the running mean and variance are after one training call."""
        zeros = np.zeros_like(self.running_mean)
        mean, var = (self.running_mean, self.running_var) if preset else (zeros, zeros)
        m = self.momentum
        return (
            m * mean + (1 - m) * self.x.mean(axis=0),
            m * var + (1 - m) * self.spread**2,
        )

    @property
    def spread(self) -> Array:
        """Standard deviation of each column of x, biased, shape (D,)."""
        return np.asarray(self.x.std(axis=0))


def batch_cases(
    rng: np.random.Generator, *, shapes: tuple[tuple[int, int], ...] = SHAPES
) -> list[BatchCase]:
    """Draw one case a shape: gamma of both signs, eps from 1e-5 to 0.1."""
    return [
        BatchCase(
            x=rng.normal(
                rng.normal(size=d), rng.uniform(0.5, 2.0, size=d), size=(n, d)
            ),
            gamma=rng.uniform(0.5, 2.0, size=d) * rng.choice([-1.0, 1.0], size=d),
            beta=rng.uniform(0.5, 2.0, size=d) * rng.choice([-1.0, 1.0], size=d),
            dout=rng.normal(size=(n, d)),
            running_mean=rng.normal(size=d),
            running_var=rng.uniform(0.3, 3.0, size=d),
            eps=(1e-1, 1e-3, 1e-5, 5e-2)[index % 4],
            momentum=(0.7, 0.35, 0.9, 0.0)[index % 4],
        )
        for index, (n, d) in enumerate(shapes)
    ]


def batchnorm_truth(case: BatchCase) -> tuple[Array, dict[str, Array]]:
    """Return the output and the gradients of x, gamma and beta, by torch."""

    def forward(
        x: torch.Tensor, gamma: torch.Tensor, beta: torch.Tensor
    ) -> torch.Tensor:
        return torch.nn.functional.batch_norm(
            x, None, None, gamma, beta, training=True, eps=case.eps
        )

    inputs = {"x": case.x, "gamma": case.gamma, "beta": case.beta}
    return autograd(forward, inputs, case.dout)


def batchnorm_testing_truth(case: BatchCase, x: Array) -> Array:
    """Return the output in test mode for rows ``x``, by torch."""
    out = torch.nn.functional.batch_norm(
        torch.tensor(x),
        torch.tensor(case.running_mean),
        torch.tensor(case.running_var),
        torch.tensor(case.gamma),
        torch.tensor(case.beta),
        eps=case.eps,
    )
    return np.asarray(out, dtype=np.float64)


def training_hint(case: BatchCase, out: Array) -> str | None:
    """Recognise a mistake of the training pass by the scale of its output."""
    if out.shape != case.x.shape:
        return None
    rows = ((out - case.beta) / case.gamma).mean(axis=1)
    if equal(rows + 1, np.ones_like(rows)):
        return "each row is normalized; take the mean over the batch, axis 0."
    s, n = case.spread, len(case.x)
    kept = out.std(axis=0) / np.abs(case.gamma)
    hint = recognise(
        kept,
        [
            (
                "the variance here divides by N, not by N - 1.",
                s / np.sqrt(s**2 * n / (n - 1) + case.eps),
            ),
            (
                "eps belongs inside the square root, next to the variance.",
                s / (s + case.eps),
            ),
            ("eps is missing: it belongs under the root.", np.ones_like(s)),
            (
                "divide by the standard deviation, not by the variance.",
                s / (s**2 + case.eps),
            ),
        ],
    )
    if hint is None and not equal(out.mean(axis=0), case.beta):
        return "each column of the output should have the mean beta."
    return hint


def running_hint(case: BatchCase, preset: bool, running: Array) -> str | None:
    """Recognise a mistake in the update of a running statistic.

    The change is a mix of the old value and the batch's; the weights tell the mistake.
    """
    if running.shape != case.gamma.shape:
        return "keep one number a feature, shape (D,): reduce over axis 0 only."
    m, n, var = case.momentum, len(case.x), case.spread**2
    mean, old_mean = case.x.mean(axis=0), case.running_mean * preset
    old_var = case.running_var * preset
    never = "the running statistics never change."
    swapped = "momentum is the weight of the old value."
    return recognise(
        running,
        [
            (never, old_var),
            (never, old_mean),
            (swapped, (1 - m) * old_var + m * var),
            (swapped, (1 - m) * old_mean + m * mean),
            (
                "track the variance, not the standard deviation.",
                m * old_var + (1 - m) * case.spread,
            ),
            (
                "eps serves the division only; track the variance without it.",
                m * old_var + (1 - m) * (var + case.eps),
            ),
            (
                "this course tracks the biased variance: divide by N.",
                m * old_var + (1 - m) * var * n / (n - 1),
            ),
        ],
    )


def testing_hint(case: BatchCase, out: Array) -> str | None:
    """Recognise a mistake of the test pass by its slope: it is affine in x."""
    if out.shape != case.x.shape:
        return None
    centred = case.x - case.x.mean(axis=0)
    slope = (centred * out).sum(axis=0) / (centred**2).sum(axis=0)
    var, eps, gamma = case.running_var, case.eps, case.gamma
    return recognise(
        slope,
        [
            ("gamma and beta are needed in test mode too.", 1 / np.sqrt(var + eps)),
            ("eps is missing in test mode.", gamma / np.sqrt(var)),
            (
                "eps belongs inside the square root in test mode too.",
                gamma / (np.sqrt(var) + eps),
            ),
            (
                "running_var is a variance: divide by its square root.",
                gamma / (var + eps),
            ),
            (
                "test mode uses the running statistics, not those of the batch.",
                gamma / np.sqrt(case.spread**2 + eps),
            ),
        ],
    )


def backward_hint(case: BatchCase, dx: Array) -> str | None:
    """Name the path of the gradient that is missing, by the law that does not hold."""
    if dx.shape != case.x.shape:
        return None
    if not equal(dx.sum(axis=0) + 1, np.ones(dx.shape[1])):
        return (
            "shifting x does not change the output, so each column of dx must sum "
            "to 0: the path through the mean is missing or wrong."
        )
    centred = case.x - case.x.mean(axis=0)
    x_hat = centred / np.sqrt(case.spread**2 + case.eps)
    left = (dx * centred).sum(axis=0)
    share = case.eps / (case.spread**2 + case.eps)
    right = case.gamma * (case.dout * x_hat).sum(axis=0) * share
    if not equal(left + 1, right + 1):
        return (
            "scaling x hardly changes the output, but your dx says that it does: "
            "the path through the variance is missing or wrong."
        )
    return None
