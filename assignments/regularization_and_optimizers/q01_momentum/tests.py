"""What a correct `momentum_step` must do, over several steps."""

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
from references.optimizers import mean_hint, momentum_step_hint, walks


@public(points=2)
def test_follows_the_worked_example(momentum_step: Function) -> None:
    """momentum_step should give the three steps of the worked example."""
    gradients = np.array([[1.0], [2.0], [-1.0]])
    start = {"theta": np.zeros(1), "m": np.zeros(1)}
    seen = follow(momentum_step, start, gradients, (1.0, 0.9))
    assert_close(seen["m"], [[0.1], [0.29], [0.161]], name="m after each step")
    truth = [[-0.1], [-0.39], [-0.551]]
    assert_close(seen["theta"], truth, name="theta after each step")


@hidden(points=1)
def test_keeps_a_running_mean(momentum_step: Function) -> None:
    """momentum_step should return the running mean of the gradients as its second value."""
    for walk in walks(random_cases("momentum mean")):
        start = {"theta": walk.theta, "m": walk.zeros}
        settings = (walk.eta, walk.beta1)
        seen = follow(momentum_step, start, walk.gradients, settings)
        hint = partial(mean_hint, walk)
        assert_close(seen["m"], walk.m, name="m after each step", hint=hint)


@hidden(points=1)
def test_steps_along_the_mean(momentum_step: Function) -> None:
    """momentum_step should move theta by eta times the m that it returns, downhill."""
    for walk in walks(random_cases("momentum step")):
        start = {"theta": walk.theta, "m": walk.zeros}
        settings = (walk.eta, walk.beta1)
        seen = follow(momentum_step, start, walk.gradients, settings)
        truth = walk.theta - walk.eta * np.cumsum(seen["m"], axis=0)
        hint = momentum_step_hint(walk, seen)
        assert_close(seen["theta"], truth, name="theta after each step", hint=hint)


@hidden(points=1)
def test_returns_new_arrays(momentum_step: Function) -> None:
    """momentum_step should leave theta, m and g as they were."""
    for walk in walks(random_cases("momentum inputs")):
        arrays = (walk.theta, walk.m[-1], walk.gradients[0])
        result = momentum_step(*arrays, walk.eta, walk.beta1)
        assert_outputs(unstacked(result), count=2, name="momentum_step")
        assert_inputs_unchanged(momentum_step, *arrays, walk.eta, walk.beta1)
