"""What happens to a tanh unit whose weights grow."""

from functools import partial

import numpy as np

from checks import (
    Array,
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.worlds import in_either_world
from references.tanh_networks import Unit, limit_hint, norms_hint, unit_gradient, units


@public(points=0.5)
def test_measures_at_zero(gradient_norms: Function, env: Notebook) -> None:
    """gradient_norms should give the length of (2, 2) for the example of Question 10."""

    def at_zero(*_: object) -> Array:
        return np.array([2.0, 2.0])

    X, y = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, -1.0])

    def check() -> None:
        norms = gradient_norms(np.zeros(2), X, y, np.array([1.0, 10.0]))
        assert_close(norms, [8**0.5, 8**0.5], name="gradient_norms")

    in_either_world(env, {"tanh_gradient": at_zero}, check)


@public(points=1)
def test_limit_of_the_worked_example(limit_output: Function) -> None:
    """limit_output should give 1 and -1 for the worked example."""
    X = np.array([[2.0, 1.0], [1.0, 2.0]])
    assert_close(
        limit_output(np.array([1.0, -1.0]), X), [1.0, -1.0], name="limit_output"
    )


@public(points=0.5)
def test_large_weights_names_letters(large_weights: object) -> None:
    """large_weights should name letters among A, B, C, D and E."""
    assert_choices(large_weights, "ABCDE", name="large_weights")


@hidden(points=1.5)
def test_measures_along_the_ray(gradient_norms: Function, env: Notebook) -> None:
    """gradient_norms should give the length of the gradient at each of the scaled weights."""
    scales = np.array([0.5, 1.0, 2.0, 4.0])

    def check(case: Unit) -> None:
        norms = gradient_norms(case.w, case.X, case.y, scales)
        grads = [unit_gradient(c * case.w, case.X, case.y) for c in scales]
        truth = [np.sqrt(np.sum(grad**2)) for grad in grads]
        hint = partial(norms_hint, case, scales)
        assert_close(norms, truth, name="gradient_norms", hint=hint)

    for case in units(random_cases("gradient norms")):
        in_either_world(env, {"tanh_gradient": unit_gradient}, partial(check, case))


@hidden(points=1.5)
def test_limit_of_every_row(limit_output: Function) -> None:
    """limit_output should give the limit for rows of every kind."""
    rng = random_cases("limits")
    w = rng.integers(1, 6, size=3).astype(float)
    X = rng.integers(-5, 6, size=(40, 3)).astype(float)
    X[:5] = [[w[1], -w[0], 0], [0, w[2], -w[1]], [0, 0, 0], [1, 0, 0], [0, -1, 0]]
    truth = np.tanh(1e6 * (X @ w))
    hint = partial(limit_hint, X @ w)
    assert_close(limit_output(w, X), truth, name="limit_output", hint=hint)


@hidden(points=1)
def test_large_weights_is_right(large_weights: object) -> None:
    """large_weights should name what happens when the weights of a tanh unit grow."""
    hints = {
        "A": "what about a row with a negative signal?",
        "B": "look at the picture of tanh: how steep is it far from the origin?",
        "C": "compute the size of the gradient for a growing factor.",
        "D": "a step is the step size times the gradient: how long is the gradient?",
        "E": "how steep is tanh at the origin?",
    }
    name = "large_weights"
    assert_right_choices(large_weights, "BDE", "ABCDE", name=name, hints=hints)
