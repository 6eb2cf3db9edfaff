"""What a correct `conv_transpose2d` must give."""

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
from references.arithmetic import conv_transpose2d as true_transposed
from references.arithmetic_hints import transposed_hint


@public(points=2)
def test_stamps_without_overlap(conv_transpose2d: Function) -> None:
    """conv_transpose2d should put the stamps side by side when they do not overlap."""
    x, w = np.array([[-1.0, 2.0], [3.0, 1.0]]), np.array([[1.0, -1.0], [0.0, 1.0]])
    truth = [[-1, 1, 2, -2], [0, -1, 0, 2], [3, -3, 1, -1], [0, 3, 0, 1]]
    assert_close(conv_transpose2d(x, w, 2), truth, name="conv_transpose2d")
    assert_inputs_unchanged(conv_transpose2d, x, w, 2)


@hidden(points=3)
def test_adds_overlapping_stamps(conv_transpose2d: Function) -> None:
    """conv_transpose2d should agree with torch where stamps overlap."""
    rng = random_cases("stamps")
    cases = [
        (rng.normal(size=(5, 4)), rng.normal(size=(3, 3)), 2),
        (rng.normal(size=(3, 5)), rng.normal(size=(4, 3)), 1),
        (rng.normal(size=(2, 3)), rng.normal(size=(5, 4)), 3),
        (np.array([[-1.0, 2.0], [3.0, 1.0]]), np.array([[1.0, -1.0], [0.0, 1.0]]), 1),
    ]
    for x, w, stride in cases:
        assert_close(
            conv_transpose2d(x, w, stride),
            true_transposed(x, w, stride),
            name=f"output of {x.shape} with kernel {w.shape}, stride {stride},",
            hint=partial(transposed_hint, x, w, stride),
        )


@hidden(points=2)
def test_is_the_transpose_of_a_convolution(conv_transpose2d: Function) -> None:
    """conv_transpose2d should be the transpose of a convolution for wide strides too."""
    rng = random_cases("adjoint")
    for (height, width), kernel, stride in (((2, 3), (2, 1), 3), ((3, 2), (1, 2), 2)):
        x, w = rng.normal(size=(height, width)), rng.normal(size=kernel)
        large = ((height - 1) * stride + kernel[0], (width - 1) * stride + kernel[1])
        name = f"output of {x.shape} with kernel {kernel}, stride {stride},"
        hint = partial(transposed_hint, x, w, stride)
        out = assert_array(conv_transpose2d(x, w, stride), large, name=name, hint=hint)
        for a in rng.normal(size=(3, *large)):
            windows = np.lib.stride_tricks.sliding_window_view(a, kernel)
            convolved = np.einsum("ijuv,uv->ij", windows[::stride, ::stride], w)
            assert_close(
                (out * a).sum(),
                (convolved * x).sum(),
                name="sum(conv_transpose2d(x, w) * a), compared with sum(x * conv(a, w)),",
            )
