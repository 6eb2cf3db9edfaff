"""The gradient of a layer that subtracts the mean of its batch."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_array,
    assert_close,
    assert_inputs_unchanged,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise
from references.functional import Traced
from references.gradients import autograd


@public(points=1)
def test_gives_the_worked_example(demean_backward: Function) -> None:
    """demean_backward should give the worked example."""
    dx = demean_backward(np.array([1.0, 2.0, 6.0]), 2.0)
    assert_close(dx, [-4.0, -2.0, 6.0], name="dx")


@public(points=1)
def test_equal_gradients_cancel(demean_backward: Function) -> None:
    """demean_backward should give zeros when all entries of dy are equal."""
    dx = demean_backward(np.full(4, 2.5), 3.0)
    assert_close(dx, np.zeros(4), name="dx")


@hidden(points=4)
def test_agrees_with_autograd(demean_backward: Function) -> None:
    """demean_backward should be the gradient for every n and for gamma of both signs."""
    rng = random_cases("demean")
    for n in (*rng.permutation(np.arange(4, 13))[:4], 2, 3):
        for sign in (1.0, -1.0):
            gamma = float(sign * rng.uniform(1.5, 3.0))
            x, dy = rng.normal(size=n), rng.normal(size=n) + 1.0

            def forward(x: Traced, gamma: float = gamma) -> Traced:
                return gamma * (x - x.mean()) + 0.7

            _, truth = autograd(forward, {"x": x}, dy)
            mistakes = [
                ("x_i also enters through the mean: that path is missing.", gamma * dy),
                (
                    "x_i is in the mean of every output: add the terms with j != i.",
                    gamma * (1 - 1 / n) * dy,
                ),
                ("gamma scales y, so it scales every gradient.", dy - dy.mean()),
                ("what does 1/n stand before?", gamma * (dy - dy.sum())),
                ("does gamma scale both terms?", gamma * dy - dy.mean()),
                ("which sign has x_i in -mu?", gamma * (dy + dy.mean())),
                ("gamma may be negative.", abs(gamma) * (dy - dy.mean())),
                (
                    "the mean counts all n outputs, the i-th as well.",
                    gamma * (dy - (dy.sum() - dy) / n),
                ),
                (
                    "mu divides by n, not by n - 1.",
                    gamma * (dy - dy.sum() / (n - 1)),
                ),
            ]

            hint = partial(recognise, mistakes=mistakes)

            name = f"dx for n = {n}"
            assert_close(demean_backward(dy, gamma), truth["x"], name=name, hint=hint)


@hidden(points=1)
def test_one_example_alone(demean_backward: Function) -> None:
    """demean_backward should be right for a batch of one example."""
    rng = random_cases("alone")
    dy = rng.uniform(1.0, 3.0, size=1)
    hint = "with n = 1, what is x_1 - mu, and can y_1 change at all?"
    dx = demean_backward(dy, float(rng.uniform(1.5, 3.0)))
    assert_close(dx, np.zeros(1), name="dx for n = 1", hint=hint)


@hidden(points=1)
def test_leaves_dy_alone(demean_backward: Function) -> None:
    """demean_backward should not change dy."""
    dy = random_cases("purity").normal(size=6)
    assert_array(demean_backward(dy, 1.5), (6,), name="dx")
    assert_inputs_unchanged(demean_backward, dy, 1.5)
