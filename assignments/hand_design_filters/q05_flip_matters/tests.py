"""For which kernels convolution and correlation agree."""

import numpy as np

from checks import Function, assert_close, hidden, public, random_cases


@public(points=1)
def test_knows_two_kernels(flip_matters: Function) -> None:
    """flip_matters should be True for [-1 0 1] and False for [1 2 1]."""
    for row, truth in (([-1, 0, 1], True), ([1, 2, 1], False)):
        name = f"flip_matters for the row {row}"
        assert_close(flip_matters(np.array([row])), truth, name=name)


@hidden(points=5)
def test_decides_for_every_kernel(flip_matters: Function) -> None:
    """flip_matters should decide for symmetric and asymmetric kernels of any shape."""
    rng = random_cases("kernels")
    square = rng.permutation(16).reshape(4, 4) + 1
    wide = rng.permutation(15).reshape(3, 5) + 1
    turned = "a kernel can return to itself after half a turn."
    mirrored = "a mirror image along one axis is not enough; the flip turns over both."
    cases = [
        (wide + wide[::-1, ::-1], False, turned),
        (np.outer([1, 2, 1], [2, 3, 3, 2]), False, turned),
        (wide + wide[::-1], True, mirrored),
        (wide + wide[:, ::-1], True, mirrored),
        (np.triu(square) + np.triu(square, 1).T, True, "to transpose is not to flip."),
        (wide - wide[::-1, ::-1], True, "a kernel that changes its sign does change."),
        (wide, True, "every entry counts, not only the sum or the shape."),
    ]
    for h, truth, hint in cases:
        assert_close(flip_matters(h), truth, name="flip_matters(h)", hint=hint)
