"""For which kernels convolution and correlation agree."""

import numpy as np

from checks import (
    Array,
    Function,
    Notebook,
    assert_array,
    hidden,
    public,
    random_cases,
)
from checks.filters import stand_ins
from checks.worlds import in_either_world


@public(points=1)
def test_knows_two_kernels(flip_matters: Function, env: Notebook) -> None:
    """flip_matters should be True for [-1 0 1] and False for [1 2 1]."""
    turn = "turn the row around: is it the same row?"
    for row, truth in (([-1, 0, 1], True), ([1, 2, 1], False)):
        name = f"flip_matters for the row {row}"

        def check(row: list[int] = row, name: str = name) -> Array:
            return assert_array(flip_matters(np.array([row])), (), name=name)

        seen = in_either_world(env, stand_ins(env), check)
        assert seen == truth, f"{name} is {bool(seen)}. Hint: {turn}"


@hidden(points=5)
def test_decides_for_every_kernel(flip_matters: Function, env: Notebook) -> None:
    """flip_matters should decide for symmetric and asymmetric kernels of any shape."""
    from references.filters import convolve_valid

    rng = random_cases("kernels")
    square = rng.choice(1000, (4, 4), replace=False) + 1
    wide = rng.choice(1000, (3, 5), replace=False) + 1  # no sums agree by chance
    blind, inner, level = (wide + wide[::-1, ::-1] for _ in range(3))
    inner[1, 1] += 1  # its partner, [1, 3], stays
    level[0, :2] += [1, -1]  # the sum of the upper half stays
    turned = "a kernel can return to itself after half a turn."
    mirrored = "a mirror image along one axis is not enough; the flip turns over both."
    every = "every entry counts, not only the sum or the shape, nor those at the edge."
    cases = [
        (blind, False, turned),
        (blind.T / 7, False, turned),
        (np.outer([1, 2, 1], [2, 3, 3, 2]), False, turned),
        (inner, True, every),
        (level, True, every),
        (wide + wide[::-1], True, mirrored),
        (wide + wide[:, ::-1], True, mirrored),
        (np.triu(square) + np.triu(square, 1).T, True, "to transpose is not to flip."),
        (wide - wide[::-1, ::-1], True, "a kernel that changes its sign does change."),
        (wide, True, every),
    ]
    for h, truth, hint in cases:
        name = f"flip_matters for a kernel of {h.shape[0]} x {h.shape[1]} numbers"

        def check(h: Array = h, name: str = name) -> Array:
            return assert_array(flip_matters(h), (), name=name)

        seen = in_either_world(env, {"convolve_valid": convolve_valid}, check)
        assert seen == truth, (
            f"{name} is {bool(seen)}, which is not right. Hint: {hint}"
        )
