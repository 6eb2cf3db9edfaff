"""Which gradients are right: those of automatic differentiation."""

from functools import partial

import numpy as np

from checks import Function, Notebook, assert_close, hidden, public, random_cases
from checks.arithmetic import stand_ins
from checks.worlds import in_either_world
from references.arithmetic import conv1d, earlier_answers
from references.arithmetic_hints import input_gradient_hint, matrix_gradient_hint
from references.gradients import autograd


@public(points=1)
def test_multiplies_a_worked_example(gradient_by_matrix: Function) -> None:
    """gradient_by_matrix should give the worked example."""
    A, dy = np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 1.0]]), np.array([1.0, 2.0])
    assert_close(gradient_by_matrix(A, dy), [1, 3, 2], name="gradient_by_matrix")


@public(points=1)
def test_convolves_a_worked_example(
    env: Notebook, gradient_by_convolution: Function
) -> None:
    """gradient_by_convolution should give the worked example, for three filters too."""

    def check() -> None:
        dx = gradient_by_convolution(np.array([[1.0]]), np.array([[[3.0, 4.0]]]))
        assert_close(dx, [[3, 4]], name="gradient_by_convolution")
        dx = gradient_by_convolution(
            np.ones((3, 1)), np.array([[[3.0]], [[4.0]], [[5.0]]])
        )
        assert_close(dx, [[12]], name="gradient_by_convolution for three filters")

    in_either_world(env, stand_ins(env, "conv1d_matrix"), check)


@hidden(points=2)
def test_matrix_gradient_is_autograds(gradient_by_matrix: Function) -> None:
    """gradient_by_matrix should agree with autograd for every matrix."""
    rng = random_cases("matrix gradient")
    for m, n in ((4, 4), (4, 8), (5, 3)):
        A = rng.normal(size=(m, n))
        x, dy = rng.normal(size=n), rng.normal(size=m)
        _, grads = autograd(lambda x, A=A: A @ x, {"x": x}, dy)
        assert_close(
            gradient_by_matrix(A, dy),
            grads["x"],
            name=f"gradient_by_matrix for {m}x{n}",
            hint=partial(matrix_gradient_hint, A, dy),
        )


@hidden(points=4)
def test_convolved_gradient_is_autograds(
    env: Notebook, gradient_by_convolution: Function
) -> None:
    """gradient_by_convolution should agree with autograd for every layer."""

    def check() -> None:
        rng = random_cases("convolved gradient")
        for shape, length in (
            ((3, 3, 4), 9),
            ((2, 4, 3), 7),
            ((4, 2, 2), 5),
            ((2, 3, 1), 4),
        ):
            w = rng.normal(size=shape)
            x = rng.normal(size=(shape[1], length))
            dy = rng.normal(size=(shape[0], length - shape[2] + 1))
            _, grads = autograd(partial(conv1d, w=w), {"x": x}, dy)
            assert_close(
                gradient_by_convolution(dy, w),
                grads["x"],
                name=f"dx for w of shape {shape}",
                hint=partial(input_gradient_hint, w, dy),
            )

    in_either_world(env, earlier_answers("conv1d_matrix"), check)
