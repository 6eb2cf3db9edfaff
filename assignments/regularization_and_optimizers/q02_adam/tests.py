"""What a correct `adam_step` must do, over several steps."""

from dataclasses import replace
from functools import partial

import numpy as np

from checks import (
    Function,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.lists import unstacked
from checks.walks import follow
from references.optimizers import adam_step_hint, mean_hint, square_hint, walks


@public(points=1)
def test_follows_the_worked_example(adam_step: Function) -> None:
    """adam_step should give the three steps of the worked example."""
    gradients = np.array([[1.0], [2.0], [-1.0]])
    start = {"theta": np.zeros(1), "m": np.zeros(1), "v": np.zeros(1)}
    seen = follow(adam_step, start, gradients, (0.001, 0.9, 0.999))
    truth = [[-0.0031623], [-0.0072639], [-0.0093433]]
    assert_close(seen["theta"], truth, name="theta after each step", atol=1e-6)


@hidden(points=2)
def test_averages_the_gradients(adam_step: Function) -> None:
    """adam_step should return the running mean of the gradients as its second value."""
    for walk in walks(random_cases("adam m")):
        start = {"theta": walk.theta, "m": walk.zeros, "v": walk.zeros}
        settings = (walk.eta, walk.beta1, walk.beta2)
        seen = follow(adam_step, start, walk.gradients, settings)
        hint = partial(mean_hint, walk)
        assert_close(seen["m"], walk.m, name="m after each step", hint=hint)


@hidden(points=2)
def test_averages_the_squares(adam_step: Function) -> None:
    """adam_step should return the running mean of the squared gradients as its third value."""
    for signed in walks(random_cases("adam v")):
        walk = replace(signed, gradients=np.abs(signed.gradients))
        start = {"theta": walk.theta, "m": walk.zeros, "v": walk.zeros}
        settings = (walk.eta, walk.beta1, walk.beta2)
        seen = follow(adam_step, start, walk.gradients, settings)
        hint = partial(square_hint, walk)
        assert_close(seen["v"], walk.v, name="v after each step", hint=hint)


@hidden(points=2)
def test_divides_by_the_root(adam_step: Function) -> None:
    """adam_step should move theta by its m over the root of its v, whatever the scale."""
    under = "look at the v under the root: is it up to date, and never negative?"
    for scale in (1.0, 1e-7):
        for walk in walks(random_cases("adam step"), scale=scale):
            start = {"theta": walk.theta, "m": walk.zeros, "v": walk.zeros}
            settings = (walk.eta, walk.beta1, walk.beta2)
            seen = follow(adam_step, start, walk.gradients, settings, hint=under)
            hint = adam_step_hint(walk, seen)
            root = np.sqrt(np.abs(seen["v"]))
            assert root.all(), (
                "v is 0 after a gradient that is not. Hint: return the new v."
            )
            truth = walk.theta - walk.eta * np.cumsum(seen["m"] / root, axis=0)
            assert_close(seen["theta"], truth, name="theta after each step", hint=hint)


@hidden(points=1)
def test_returns_new_arrays(adam_step: Function) -> None:
    """adam_step should leave theta, m, v and g as they were."""
    for walk in walks(random_cases("adam inputs")):
        arrays = (walk.theta, walk.m[-1], walk.v[-1], walk.gradients[0])
        settings = (walk.eta, walk.beta1, walk.beta2)
        result = unstacked(adam_step(*arrays, *settings))
        assert_outputs(result, count=3, name="adam_step")
        assert_inputs_unchanged(adam_step, *arrays, *settings)
