from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from checks.backward import doubt_of, with_either_cache
from checks.closeness import Array, assert_close, assert_outputs
from checks.hints import equal, recognise

EPS, MOMENTUM = 1e-5, 0.9


@dataclass(frozen=True)
class BatchCase:

    x: Array
    gamma: Array
    beta: Array
    dout: Array
    running_mean: Array
    running_var: Array
    eps: float
    momentum: float

    def bn_param(self, mode, *, preset = True):
        param: dict[str, Any] = {"mode": mode}
        if self.eps != EPS:
            param["eps"] = self.eps
        if self.momentum != MOMENTUM:
            param["momentum"] = self.momentum
        if preset:
            param["running_mean"] = self.running_mean.copy()
            param["running_var"] = self.running_var.copy()
        return param

    @property
    def spread(self):
        return np.asarray(self.x.std(axis=0))


def batch_case(
    x, dout, *, gamma, eps
):
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


def documented_cache(case, x_hat):
    normalized = np.array(x_hat, dtype=np.float64)
    statistics = case.x.mean(axis=0), case.spread**2
    return (case.x.copy(), normalized, *statistics, case.gamma.copy(), case.eps)


def own_cache(
    forward, case, x_hat
):
    inputs = case.x, case.gamma, case.beta
    result = forward(*inputs, case.bn_param("train"))
    out, cache = assert_outputs(result, count=2, name=forward.name)
    truth = case.gamma * np.asarray(x_hat) + case.beta
    sentence = (
        f"(The cache comes from your {forward.name}, which is not right yet: "
        "look there first.)"
    )
    arguments = (*inputs, case.bn_param("train"))
    return cache, doubt_of(forward, arguments, out, truth, sentence)


def assert_gradients(
    forward,
    backward,
    case,
    expected,
    x_hat,
    elsewhere = (),
):

    def parts(
        case, truth, x_hat
    ):
        def check(cache):
            result = backward(case.dout, cache)
            found = assert_outputs(result, count=3, name=backward.name)
            for name, value in zip(("dx", "dgamma", "dbeta"), found, strict=True):
                if name in expected:
                    hint = partial(gradient_hint, case, name)
                    assert_close(value, truth[name], name=name, hint=hint)

        return check, partial(own_cache, forward, case, x_hat)

    others = (parts(*each) for each in elsewhere)
    documented = documented_cache(case, x_hat)
    with_either_cache(*parts(case, expected, x_hat), documented, others)


def statistic_hint(features, running):
    if running.shape == (1, features):
        return "keep no axis for the batch: shape (D,), not (1, D)."
    return None


def gradient_hint(case, name, gradient):
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


def backward_hint(case, dx):
    if dx.shape != case.x.shape:
        return None
    n, var, gamma = len(case.x), case.spread**2, case.gamma
    s = np.sqrt(var + case.eps)
    centred = case.x - case.x.mean(axis=0)
    sums, shares = case.dout.sum(axis=0), (case.dout * centred).sum(axis=0)
    left, right = (dx * centred).sum(axis=0), gamma * shares * case.eps / s**3
    if not equal(dx.sum(axis=0) + 1, np.ones(dx.shape[1])):
        same_for_all = (
            "what x_i gets through the variance depends on how far x_i lies from the "
            "mean; yours is the same number for every row."
        )
        alone = equal(left + 1, right + 1)
        return recognise(dx.sum(axis=0), [(same_for_all, -gamma * shares / s**3)]) or (
            "shifting x does not change the output, so each column of dx must sum to "
            f"0: {'the path through the mean' if alone else 'one of the three paths'} "
            "is missing or wrong."
        )
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
        "there the direct path and the path through the variance should cancel, and "
        "one of the two is missing or wrong."
    )
