"""Random cases of batch normalization, their truths, and hints for the forward pass.

The oracle is `references.functional`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from checks import Array
from checks.hints import equal, recognise
from checks.normalization import EPS, MOMENTUM, BatchCase, statistic_hint
from references.functional import batch_norm
from references.gradients import autograd

Params = dict[str, Array]
SHAPES = ((4, 5), (7, 3), (50, 1), (2, 6))
# Mistakes in the use of a given eps or momentum show in the cases before these.
NO_EPS = f"bn_param has no eps here; then it is {EPS}."
NO_MOMENTUM = f"bn_param has no momentum here; then it is {MOMENTUM}."


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
            eps=(1e-1, 1e-3, EPS, 5e-2)[index % 4],
            momentum=(0.7, 0.35, MOMENTUM, 0.0)[index % 4],
        )
        for index, (n, d) in enumerate(shapes)
    ]


def running_truth(case: BatchCase, *, preset: bool = True) -> tuple[Array, Array]:
    """Say what the running mean and variance are after one training call."""
    zeros = np.zeros_like(case.running_mean)
    mean, var = (case.running_mean, case.running_var) if preset else (zeros, zeros)
    m = case.momentum
    return (
        m * mean + (1 - m) * case.x.mean(axis=0),
        m * var + (1 - m) * case.spread**2,
    )


def normalized(case: BatchCase) -> Array:
    """Return x, normalized by a right forward pass, (N, D)."""
    return np.asarray(batch_norm(case.x, eps=case.eps))


def batchnorm_truth(case: BatchCase) -> tuple[Array, dict[str, Array]]:
    """Return the output and the gradients of x, gamma and beta."""
    inputs = {"x": case.x, "gamma": case.gamma, "beta": case.beta}
    return autograd(partial(batch_norm, eps=case.eps), inputs, case.dout)


def easier_cases(case: BatchCase) -> Iterator[tuple[BatchCase, Params, Array]]:
    """Yield what a forward pass with an eps of its own can do: the default.

    Returns:
        Cases, each with its gradients by the names "dx", "dgamma" and "dbeta", and with
        its x, normalized.

    """
    easier = replace(case, eps=EPS)
    _, truth = batchnorm_truth(easier)
    yield easier, {f"d{name}": truth[name] for name in truth}, normalized(easier)


def batchnorm_testing_truth(case: BatchCase, x: Array) -> Array:
    """Return the output in test mode for rows ``x``."""
    running = case.running_mean, case.running_var
    out = batch_norm(x, case.gamma, case.beta, eps=case.eps, running=running)
    return np.asarray(out)


def training_hint(case: BatchCase, out: Array) -> str | None:
    """Recognise a mistake of the training pass by the scale of its output."""
    if out.shape != case.x.shape:
        return None
    rows = ((out - case.beta) / case.gamma).mean(axis=1)
    if equal(rows + 1, np.ones_like(rows)):
        return "each row is normalized; take the mean over the batch, axis 0."
    s, n, eps = case.spread, len(case.x), case.eps
    var, raw = s**2, (case.x**2).mean(axis=0)
    running = "training normalizes with the batch, not with the running statistics."
    hint = recognise(
        out.std(axis=0) / np.abs(case.gamma),
        [
            (
                "the variance here divides by N, not by N - 1.",
                s / np.sqrt(var * n / (n - 1) + eps),
            ),
            (
                "the variance is a mean over the batch, so it divides by N.",
                s / np.sqrt(var * n + eps),
            ),
            (
                "the variance is measured around the mean, not around 0.",
                s / np.sqrt(raw + eps),
            ),
            (
                "every feature has a variance of its own: reduce over axis 0 only.",
                s / np.sqrt(case.x.var() + eps),
            ),
            (
                "eps belongs inside the square root, next to the variance.",
                s / (s + eps),
            ),
            (
                NO_EPS if eps == EPS else "the eps of bn_param belongs under the root.",
                np.ones_like(s),
            ),
            ("eps is the number in bn_param.", s / np.sqrt(var + EPS)),
            ("divide by the standard deviation, not by the variance.", s / (var + eps)),
            (running, s / np.sqrt(case.running_var + eps)),
            (running, s / np.sqrt(running_truth(case)[1] + eps)),
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
        return statistic_hint(len(case.gamma), running)
    m, n, var = case.momentum, len(case.x), case.spread**2
    mean, old_mean = case.x.mean(axis=0), case.running_mean * preset
    old_var = case.running_var * preset
    known: list[tuple[str, Array]] = []
    for old, new in ((old_mean, mean), (old_var, var)):
        known += [
            ("the running statistics never change.", old),
            (
                NO_MOMENTUM
                if m == MOMENTUM
                else "momentum is the weight of the old value.",
                (1 - m) * old + m * new,
            ),
            ("the old value counts too, with the weight momentum.", new),
            ("the weights of the old and the new value add up to 1.", m * old + new),
            ("the old value is the one in bn_param.", (1 - m) * new),
            (
                "momentum is the number in bn_param.",
                MOMENTUM * old + (1 - MOMENTUM) * new,
            ),
        ]
    deviation = "track the variance, not the standard deviation."
    known += [
        (deviation, m * old_var + (1 - m) * case.spread),
        (deviation, m * old_var + (1 - m) * np.sqrt(var + case.eps)),
        (
            "eps serves the division only; track the variance without it.",
            m * old_var + (1 - m) * (var + case.eps),
        ),
        (
            "this course tracks the biased variance: divide by N.",
            m * old_var + (1 - m) * var * n / (n - 1),
        ),
        ("without an old value, both statistics start at 0.", m + (1 - m) * var),
        (
            "running_var has an old value of its own.",
            m * (m * old_mean + (1 - m) * mean) + (1 - m) * var,
        ),
        (
            "running_var follows the variance of the batch, not its mean.",
            m * old_var + (1 - m) * mean,
        ),
    ]
    return recognise(running, known)


def testing_hint(case: BatchCase, out: Array) -> str | None:
    """Recognise a mistake of the test pass by its slope: it is affine in x."""
    if out.shape != case.x.shape:
        return None
    middle = case.x.mean(axis=0)
    centred = case.x - middle
    slope = (centred * out).sum(axis=0) / (centred**2).sum(axis=0)
    var, eps, gamma = case.running_var, case.eps, case.gamma
    affine = "gamma and beta are needed in test mode too."
    batch = "test mode uses the running statistics, not those of the batch."
    right = gamma / np.sqrt(var + eps)
    if equal(slope, right):
        start = out.mean(axis=0) - right * middle
        return recognise(
            start,
            [
                (affine, -right * case.running_mean),
                (batch, case.beta - right * middle),
                ("subtract running_mean in test mode too.", case.beta),
                (
                    "gamma scales x_hat alone, and beta is added to that.",
                    gamma * case.beta - right * case.running_mean,
                ),
            ],
        )
    return recognise(
        slope,
        [
            (affine, 1 / np.sqrt(var + eps)),
            (
                NO_EPS if eps == EPS else "eps is missing in test mode.",
                gamma / np.sqrt(var),
            ),
            (
                "eps belongs inside the square root in test mode too.",
                gamma / (np.sqrt(var) + eps),
            ),
            ("eps is the number in bn_param.", gamma / np.sqrt(var + EPS)),
            (
                "running_var is a variance: divide by its square root.",
                gamma / (var + eps),
            ),
            ("running_var is a variance: divide by its square root.", gamma / var),
            (batch, gamma / np.sqrt(case.spread**2 + eps)),
        ],
    )
