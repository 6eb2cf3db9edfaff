"""Cases, oracle and laws of batch normalization.

The oracle is `checks.functional`. The laws say what an answer must satisfy whatever
its code: the output does not change when x is shifted, so each column of dx sums to
zero; it hardly changes when x is scaled, which fixes one more sum. A law that does not
hold names the path that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.answers import Function
from checks.backward import doubt_of, with_either_cache
from checks.closeness import Array, as_numbers, assert_close, assert_outputs
from checks.functional import batch_norm
from checks.gradients import autograd
from checks.hints import equal, recognise
from checks.purity import assert_inputs_unchanged, assert_repeatable

SHAPES = ((4, 5), (7, 3), (50, 1), (2, 6))
EPS, MOMENTUM = 1e-5, 0.9  # the defaults
# Mistakes in the use of a given eps or momentum show in the cases before these.
NO_EPS = f"bn_param has no eps here; then it is {EPS}."
NO_MOMENTUM = f"bn_param has no momentum here; then it is {MOMENTUM}."


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
        """Make a fresh ``bn_param``, with or without running statistics.

        A setting at its default is left out, for the layer to fill in.
        """
        param: dict[str, Any] = {"mode": mode}
        if self.eps != EPS:
            param["eps"] = self.eps
        if self.momentum != MOMENTUM:
            param["momentum"] = self.momentum
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
            eps=(1e-1, 1e-3, EPS, 5e-2)[index % 4],
            momentum=(0.7, 0.35, MOMENTUM, 0.0)[index % 4],
        )
        for index, (n, d) in enumerate(shapes)
    ]


def batch_case(
    x: npt.ArrayLike, dout: npt.ArrayLike, *, gamma: npt.ArrayLike, eps: float
) -> BatchCase:
    """Make a worked example by hand: beta is 0, and nothing was tracked before."""
    rows, scale = np.array(x, dtype=np.float64), np.array(gamma, dtype=np.float64)
    zeros = np.zeros_like(scale)
    return BatchCase(
        x=rows,
        gamma=scale,
        beta=zeros,
        dout=np.array(dout, dtype=np.float64),
        running_mean=zeros,
        running_var=zeros,
        eps=eps,
        momentum=0.9,
    )


def batchnorm_truth(case: BatchCase) -> tuple[Array, dict[str, Array]]:
    """Return the output and the gradients of x, gamma and beta."""
    inputs = {"x": case.x, "gamma": case.gamma, "beta": case.beta}
    return autograd(partial(batch_norm, eps=case.eps), inputs, case.dout)


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
                NO_EPS if eps == EPS else "eps is missing: it belongs under the root.",
                np.ones_like(s),
            ),
            ("eps is the number in bn_param.", s / np.sqrt(var + EPS)),
            ("divide by the standard deviation, not by the variance.", s / (var + eps)),
            (running, s / np.sqrt(case.running_var + eps)),
            (running, s / np.sqrt(case.running(preset=True)[1] + eps)),
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
            (batch, gamma / np.sqrt(case.spread**2 + eps)),
        ],
    )


def documented_cache(case: BatchCase) -> tuple[Any, ...]:
    """Return the cache that the forward pass suggests, from a right one.

    Returns:
        x (N, D), x_hat (N, D), mean (D,), var (D,), gamma (D,) and eps.

    """
    x_hat = batch_norm(case.x, eps=case.eps)
    statistics = case.x.mean(axis=0), case.spread**2
    return (case.x.copy(), x_hat, *statistics, case.gamma.copy(), case.eps)


def own_cache(forward: Function, case: BatchCase) -> tuple[Any, Callable[[], str]]:
    """Return the cache of the student's own forward pass, and what doubts that pass.

    Returns:
        The cache, and what `with_either_cache` may ask.

    Raises:
        AssertionError: when the forward is missing or does not run.

    """
    inputs = case.x, case.gamma, case.beta
    result = forward(*inputs, case.bn_param("train"))
    out, cache = assert_outputs(result, count=2, name=forward.name)
    truth = case.gamma * documented_cache(case)[1] + case.beta
    sentence = (
        f"(The cache comes from your {forward.name}, which is not right yet: "
        "look there first.)"
    )
    arguments = (*inputs, case.bn_param("train"))
    return cache, doubt_of(forward, arguments, out, truth, sentence)


def assert_gradients(
    forward: Function,
    backward: Function,
    case: BatchCase,
    expected: Mapping[str, npt.ArrayLike],
) -> None:
    """Assert that a backward pass gives the expected gradients.

    Args:
        forward: the student's forward pass, which fills the cache.
        backward: takes dout and the cache, returns dx, dgamma and dbeta.
        case: the input; a right forward's cache serves where the student's does not.
        expected: the truth, by the names "dx", "dgamma", "dbeta"; others go unseen.

    Raises:
        AssertionError: naming the gradient that is wrong, with a hint.

    """

    def check(cache: Any) -> None:
        result = backward(case.dout, cache)
        found = assert_outputs(result, count=3, name=backward.name)
        for name, value in zip(("dx", "dgamma", "dbeta"), found, strict=True):
            if name in expected:
                hint = partial(gradient_hint, case, name)
                assert_close(value, expected[name], name=name, hint=hint)

    with_either_cache(check, partial(own_cache, forward, case), documented_cache(case))


def assert_leaves_alone(forward: Function, backward: Function, case: BatchCase) -> None:
    """Assert that a backward pass changes neither dout nor the cache.

    Raises:
        AssertionError: when a second call with the same cache gives something else,
            or dout is changed in place.

    """

    def check(cache: Any) -> None:
        result = backward(case.dout, cache)
        found = assert_outputs(result, count=3, name=backward.name)
        for name, value in zip(("dx", "dgamma", "dbeta"), found, strict=True):
            as_numbers(value, name=name)
        assert_repeatable(
            partial(backward, case.dout, cache),
            name=backward.name,
            hint="a second call needs the cache as it was: change nothing in place.",
        )
        assert_inputs_unchanged(backward, case.dout, cache)

    with_either_cache(check, partial(own_cache, forward, case), documented_cache(case))


def gradient_hint(case: BatchCase, name: str, gradient: Array) -> str | None:
    """Recognise a mistake in one of dx, dgamma and dbeta."""
    if name == "dx":
        return backward_hint(case, gradient)
    if gradient.shape != case.gamma.shape:
        return (
            f"{name} has one number a feature: sum over axis 0, and keep no row for it."
        )
    swapped = "dgamma and dbeta may have changed places; look at the order of outputs."
    averaged = (
        "the loss is one number that every row adds to: rows are summed, not averaged."
    )
    centred = case.x - case.x.mean(axis=0)
    shares, sums = (case.dout * centred).sum(axis=0), case.dout.sum(axis=0)
    right = shares / np.sqrt(case.spread**2 + case.eps)
    if name == "dbeta":
        return recognise(
            gradient,
            [
                (swapped, right),
                (averaged, sums / len(case.x)),
                ("beta is added after gamma; what is dy / dbeta?", case.gamma * sums),
            ],
        )
    return recognise(
        gradient,
        [
            (swapped, sums),
            (averaged, right / len(case.x)),
            (
                "y is gamma times x_hat; is there a gamma left in dy / dgamma?",
                case.gamma * right,
            ),
            (
                "gamma multiplies the normalized values, not x.",
                (case.dout * case.x).sum(axis=0),
            ),
            (
                "gamma multiplies the normalized values, not x - mean.",
                shares,
            ),
            (
                "eps is missing: x_hat divides by the root of var + eps.",
                shares / case.spread,
            ),
            (
                "eps belongs inside the square root, next to the variance.",
                shares / (case.spread + case.eps),
            ),
        ],
    )


def backward_hint(case: BatchCase, dx: Array) -> str | None:
    """Name the path of the gradient that is missing, by the law that does not hold.

    Two sums a column tell the mistake: that of dx, and that of dx times x - mean.
    """
    if dx.shape != case.x.shape:
        return None
    n, var, gamma = len(case.x), case.spread**2, case.gamma
    s = np.sqrt(var + case.eps)
    centred = case.x - case.x.mean(axis=0)
    sums, shares = case.dout.sum(axis=0), (case.dout * centred).sum(axis=0)
    if not equal(dx.sum(axis=0) + 1, np.ones(dx.shape[1])):
        same_for_all = (
            "what x_i gets through the variance depends on how far x_i lies from the "
            "mean; yours is the same number for every row."
        )
        return recognise(dx.sum(axis=0), [(same_for_all, -gamma * shares / s**3)]) or (
            "shifting x does not change the output, so each column of dx must sum "
            "to 0: the path through the mean is missing or wrong."
        )
    left, right = (dx * centred).sum(axis=0), gamma * shares * case.eps / s**3
    if equal(left + 1, right + 1):
        return None
    outside, unbiased = case.spread + case.eps, var * n / (n - 1)
    root = "eps belongs inside the square root, next to the variance."
    biased = "the variance here divides by N, not by N - 1."
    known = [
        (
            "your dx says that scaling x never changes the output. That holds for "
            "eps = 0 only: where does eps enter?",
            np.zeros_like(left),
        ),
        (
            "gamma scales the output, so it scales every gradient that passes it.",
            right / gamma,
        ),
        ("gamma may be negative; its sign counts.", np.abs(right) * np.sign(shares)),
        (root, gamma * shares * case.eps / outside**2),
        (root, gamma * shares * case.eps / (outside * s**2)),
        (root, gamma * shares * (1 / outside - var / outside**3)),
        (biased, gamma * shares * (1 / s - unbiased / s**3)),
        (
            "how much x_hat changes with the variance differs from row to row: which "
            "factor has to stay inside the sum over the batch?",
            gamma * (shares / s - sums * var / s**3),
        ),
    ]
    return recognise(left + 1, [(hint, trace + 1) for hint, trace in known]) or (
        "scaling x hardly changes the output, but your dx says that it does: "
        "the path through the variance is missing or wrong."
    )
