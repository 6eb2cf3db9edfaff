"""What a correct `tanh_gradient` must be: what automatic differentiation gives."""

from functools import partial

import numpy as np

from checks import Function, assert_close, hidden, public, random_cases
from references.tanh_networks import gradient_hint, overflow_hint, unit_gradient, units


@public(points=2)
def test_gives_the_worked_example(tanh_gradient: Function) -> None:
    """tanh_gradient should give the worked example, and a mean over three rows."""
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    gradient = tanh_gradient(np.zeros(2), X, np.array([1.0, -1.0]))
    assert_close(gradient, [2.0, 2.0], name="the gradient")
    X = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 5.0]])
    gradient = tanh_gradient(np.zeros(2), X, np.array([1.0, -1.0, -2.5]))
    assert_close(gradient, [4 / 3, 29 / 3], name="the gradient of three rows")


@hidden(points=3)
def test_agrees_with_autograd(tanh_gradient: Function) -> None:
    """tanh_gradient should give the gradient that automatic differentiation gives."""
    for case in units(random_cases("tanh gradient")):
        gradient = tanh_gradient(case.w, case.X, case.y)
        hint = partial(gradient_hint, case)
        assert_close(gradient, case.gradient, name="the gradient", hint=hint)


@hidden(points=1)
def test_survives_large_weights(tanh_gradient: Function) -> None:
    """tanh_gradient should be finite and right where tanh is saturated."""
    for case in units(random_cases("large weights")):
        w = 1e5 * case.w
        hint = partial(overflow_hint, case)
        truth = unit_gradient(w, case.X, case.y)
        gradient = tanh_gradient(w, case.X, case.y)
        assert_close(gradient, truth, name="the gradient", hint=hint)
