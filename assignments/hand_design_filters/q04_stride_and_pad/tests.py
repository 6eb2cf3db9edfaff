"""What padding and stride must do to a true convolution."""

from functools import partial
from typing import Any

import numpy as np

from checks import (
    Array,
    Function,
    Notebook,
    assert_close,
    hidden,
    public,
    random_cases,
)
from checks.filters import SINGLE, called, stand_ins
from checks.hints import recognise
from checks.worlds import in_either_world


@public(points=2)
def test_keeps_the_size_with_a_pad_of_one(conv2d_true: Function, env: Notebook) -> None:
    """conv2d_true should give a 5 x 5 output for stride 1 and pad 1."""
    x, h = np.arange(1, 26).reshape(5, 5), np.outer([-1, 0, 1], [1, 2, 1])
    inside = [-30, -40, -40, -40, -30]
    top, bottom = [-19, -28, -32, -36, -29], [49, 68, 72, 76, 59]
    truth = np.array([top, inside, inside, inside, bottom])
    copied = np.outer([-20, -40, -40, -40, -20], np.ones(5))
    mistakes = [
        ("the signs are reversed: is the kernel flipped?", -truth),
        ("pad with zeros, not with copies of the border.", copied),
    ]
    hint = partial(recognise, mistakes=mistakes)

    def check() -> None:
        y = conv2d_true(x, h, 1, 1)
        assert_close(y, truth, name="y", rtol=SINGLE, hint=hint)

    in_either_world(env, stand_ins(env), check)


@public(points=2)
def test_keeps_every_other_output(conv2d_true: Function, env: Notebook) -> None:
    """conv2d_true should give a 3 x 3 output for stride 2 and pad 1."""
    x, h = np.arange(1, 26).reshape(5, 5), np.outer([-1, 0, 1], [1, 2, 1])
    truth = np.array([[-19, -32, -29], [-30, -40, -30], [49, 72, 59]])
    thinned = np.array([[-35, -52, -43], [-60, -80, -60], [35, 52, 43]])
    mistakes = [
        ("the signs are reversed: is the kernel flipped?", -truth),
        ("count the outputs from 0: which rows remain?", np.full((2, 2), -40)),
        ("when are the steps taken, before or after the sum?", thinned),
    ]
    hint = partial(recognise, mistakes=mistakes)

    def check() -> None:
        y = conv2d_true(x, h, 2, 1)
        assert_close(y, truth, name="y", rtol=SINGLE, hint=hint)

    in_either_world(env, stand_ins(env), check)


@hidden(points=6)
def test_pads_and_strides_rectangles(conv2d_true: Function, env: Notebook) -> None:
    """conv2d_true should take every stride and pad for rectangular images."""
    from references import filters

    rng = random_cases("stride and pad")
    sizes = [((6, 9), (3, 2)), ((5, 8), (2, 3)), ((7, 4), (3, 3)), ((8, 5), (1, 4))]
    settings = [(1, 2), (2, 1), (3, 2), (2, 2)]
    given = {"convolve_valid": filters.convolve_valid}

    def check(x: Any, h: Array, stride: int, pad: int) -> None:
        truth = filters.conv2d_true(x, h, stride, pad)
        hint = partial(filters.convolution_hint, x, h, stride, pad)
        name = f"y for stride {stride} and pad {pad}"
        y = called(conv2d_true, x, h, stride, pad)
        assert_close(y, truth, name=name, rtol=SINGLE, hint=hint)

    for (image, kernel), (stride, pad) in zip(sizes, settings, strict=True):
        x, h = rng.normal(size=image), rng.normal(size=kernel)
        # Whole numbers in one image: the output holds fractions all the same.
        pixels = np.rint(9 * x).astype(int) if stride == pad else x
        in_either_world(env, given, partial(check, pixels, h, stride, pad))


@hidden(points=4)
def test_works_without_padding(conv2d_true: Function, env: Notebook) -> None:
    """conv2d_true should work with a pad of 0."""
    from references import filters

    rng = random_cases("no padding")
    given = {"convolve_valid": filters.convolve_valid}

    def check(x: Array, h: Array, stride: int) -> None:
        hint = partial(filters.convolution_hint, x, h, stride, 0)
        truth = filters.conv2d_true(x, h, stride, 0)
        try:
            y = conv2d_true(x, h, stride, 0)
        except AssertionError as error:
            raise AssertionError(
                f"{error} Hint: print x and the padded array for pad = 0: "
                "a slice that ends at `-0` is empty."
            ) from error.__cause__
        assert_close(y, truth, name="y for pad 0", rtol=SINGLE, hint=hint)

    for image, stride in (((6, 9), 1), ((7, 5), 2), ((8, 6), 3)):
        x, h = rng.normal(size=image), rng.normal(size=(3, 2))
        in_either_world(env, given, partial(check, x, h, stride))
