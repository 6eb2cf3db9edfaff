"""Which matrix is a convolution with channels."""

from functools import partial

import numpy as np

from checks import Function, Notebook, assert_close, hidden, public, random_cases
from checks.arithmetic import stand_ins
from checks.worlds import in_either_world
from references.arithmetic import conv1d_matrix as true_matrix
from references.arithmetic import earlier_answers
from references.arithmetic_hints import channel_matrix_hint


@public(points=2)
def test_writes_one_filter(env: Notebook, conv1d_matrix: Function) -> None:
    """conv1d_matrix should give the worked example for one filter."""

    def check() -> None:
        A = conv1d_matrix(np.array([[[1.0, 2.0], [3.0, 4.0]]]), 3)
        assert_close(A, [[1, 2, 0, 3, 4, 0], [0, 1, 2, 0, 3, 4]], name="A")

    in_either_world(env, stand_ins(env, "toeplitz_matrix"), check)


@hidden(points=3)
def test_agrees_with_torch(env: Notebook, conv1d_matrix: Function) -> None:
    """conv1d_matrix should do to every signal what torch's conv1d does."""

    def check() -> None:
        rng = random_cases("conv1d matrix")
        for shape, length in (
            ((2, 2, 3), 4),
            ((3, 2, 2), 6),
            ((2, 4, 3), 7),
            ((1, 3, 1), 4),
        ):
            w = rng.normal(size=shape)
            assert_close(
                conv1d_matrix(w, length),
                true_matrix(w, length),
                name=f"A for w of shape {shape} and length {length}",
                hint=partial(channel_matrix_hint, w, length),
            )

    in_either_world(env, earlier_answers("toeplitz_matrix"), check)
