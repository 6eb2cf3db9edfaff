"""What a true convolution without padding must do."""

from contextlib import suppress
from functools import partial

import numpy as np

from checks import (
    Function,
    assert_close,
    assert_inputs_unchanged,
    hidden,
    public,
    random_cases,
)
from checks.filters import SINGLE, called
from checks.hints import recognise


@public(points=3)
def test_gives_the_worked_example(convolve_valid: Function) -> None:
    """convolve_valid should give the worked example with a 2 x 2 kernel."""
    mistakes = [
        ("that is correlation: the kernel is not flipped.", [[9, -1]]),
        ("the kernel is flipped along one axis only.", [[4, 4]]),
        ("the kernel is flipped along one axis only.", [[-2, 6]]),
        ("rows and columns of the kernel changed places.", [[5, -1]]),
        ("rows and columns of the kernel changed places.", [[7, 1]]),
        ("the flip is half a turn, not a quarter.", [[2, 6]]),
        ("the flip is half a turn, not a quarter.", [[0, 4]]),
    ]
    y = convolve_valid(np.array([[1, 2, 0], [4, 0, 3]]), np.array([[1, 0], [2, -1]]))
    assert_close(
        y,
        [[3, 1]],
        name="y",
        rtol=SINGLE,
        hint=partial(recognise, mistakes=mistakes, rtol=SINGLE),
    )


@public(points=2)
def test_sees_the_slope_of_a_ramp(convolve_valid: Function) -> None:
    """convolve_valid should give nine equal outputs for the 5 x 5 ramp."""
    mistakes = [
        (
            "the slope has the wrong sign: are the rows of the kernel flipped?",
            np.full((3, 3), 40),
        ),
        ("rows and columns of the kernel changed places.", np.full((3, 3), -8)),
        ("rows and columns of the kernel changed places.", np.full((3, 3), 8)),
    ]
    x, h = np.arange(1, 26).reshape(5, 5), np.outer([-1, 0, 1], [1, 2, 1])
    hint = partial(recognise, mistakes=mistakes)
    assert_close(
        convolve_valid(x, h), np.full((3, 3), -40), name="y", rtol=SINGLE, hint=hint
    )


@hidden(points=7)
def test_convolves_rectangles_with_rectangles(convolve_valid: Function) -> None:
    """convolve_valid should convolve rectangular images with asymmetric kernels."""
    from references import filters

    rng = random_cases("valid convolution")
    sizes = [((6, 9), (2, 4)), ((5, 4), (3, 2)), ((4, 8), (1, 3)), ((7, 7), (3, 3))]
    sizes += [((3, 4), (3, 4)), ((4, 5), (1, 1))]
    for image, kernel in sizes:
        x, h = rng.normal(size=image), rng.normal(size=kernel)
        hint = partial(filters.convolution_hint, x, h, 1, 0)
        truth = filters.convolve_valid(x, h)
        y = called(convolve_valid, x, h)
        assert_close(y, truth, name="y", rtol=SINGLE, hint=hint)


@hidden(points=3)
def test_takes_images_of_bytes(convolve_valid: Function) -> None:
    """convolve_valid should give fractions and negative values for images of bytes."""
    from references import filters

    rng = random_cases("bytes")
    x = rng.integers(0, 256, size=(6, 8), dtype=np.uint8)
    h = rng.normal(size=(3, 3))
    truth, hint = filters.convolve_valid(x, h), None
    y = convolve_valid(x, h)
    with suppress(AssertionError):
        assert_close(convolve_valid(x * 1.0, h), truth, name="y", rtol=SINGLE)
        hint = (
            "what is the type of the array that you fill? "
            "Bytes hold neither signs nor fractions."
        )
    assert_close(y, truth, name="y", rtol=SINGLE, hint=hint)


@hidden(points=2)
def test_leaves_image_and_kernel_alone(convolve_valid: Function) -> None:
    """convolve_valid should change neither the image nor the kernel."""
    rng = random_cases("inputs")
    assert_inputs_unchanged(
        convolve_valid, rng.normal(size=(5, 6)), rng.normal(size=(3, 3))
    )
