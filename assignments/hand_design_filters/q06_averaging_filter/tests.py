"""What an averaging filter must do to images, their borders and their bytes."""

from functools import partial

import numpy as np

from checks import (
    Array,
    Function,
    Notebook,
    assert_array,
    assert_close,
    assert_inputs_unchanged,
    hidden,
    public,
    random_cases,
)
from checks.filters import SINGLE, stand_ins
from checks.hints import recognise
from checks.worlds import in_either_world


@public(points=3)
def test_gives_the_worked_example(averaging_filtering: Function, env: Notebook) -> None:
    """averaging_filtering should give the worked example with n = 2."""
    wide = "an even window reaches less far to one side: how much padding is that?"
    mistakes = [
        ("the weights of an average sum to 1.", [0.0, 8, 8, 0]),
        ("count the pixels of the window: rows times columns.", [0.0, 4, 4, 0]),
        ("to which side does a window of two reach?", [0.0, 0, 2, 2]),
        ("the window should follow n.", [0, 4 / 3, 4 / 3, 4 / 3]),
        ("beyond the border there are no zeros.", [0.0, 1, 1, 0]),
    ]
    pictures = [(text, [row]) for text, row in mistakes]
    pictures.append((wide, [[0.0, 0, 2, 2, 0]] * 2))
    hint = partial(recognise, mistakes=pictures, rtol=SINGLE)

    def check() -> None:
        out = averaging_filtering(np.array([[0, 0, 4, 0]], dtype=np.uint8), 2)
        assert_close(out, [[0, 2, 2, 0]], name="the output", rtol=SINGLE, hint=hint)

    in_either_world(env, stand_ins(env), check)


@public(points=2)
def test_keeps_a_flat_image(averaging_filtering: Function, env: Notebook) -> None:
    """averaging_filtering should keep a flat image of bytes as it is."""
    flat = np.full((5, 7), 200, dtype=np.uint8)
    dark = np.full((5, 7), 200.0) * np.outer([2, 3, 3, 3, 2], [2, 3, 3, 3, 3, 3, 2]) / 9
    mistakes = [
        ("the weights of an average sum to 1.", np.full((5, 7), 1800.0)),
        ("count the pixels of the window: rows times columns.", np.full((5, 7), 600.0)),
        ("a byte starts again at 0 after 255.", np.full((5, 7), 1800 % 256 / 9)),
        ("beyond the border there are no zeros.", dark),
    ]
    hint = partial(recognise, mistakes=mistakes, rtol=SINGLE)

    def check() -> None:
        out = averaging_filtering(flat, 3)
        assert_close(out, flat, name="the output", rtol=SINGLE, hint=hint)

    in_either_world(env, stand_ins(env), check)


@hidden(points=5)
def test_averages_every_window(averaging_filtering: Function, env: Notebook) -> None:
    """averaging_filtering should average every window, for odd and for even n."""
    from references import filters

    rng = random_cases("windows")
    given = {"convolve_valid": filters.convolve_valid}

    def check(image: Array, n: int) -> None:
        hint = partial(filters.averaging_hint, image, n)
        truth, name = filters.averaging_filtering(image, n), f"the output for n = {n}"
        out = averaging_filtering(image, n)
        assert_close(out, truth, name=name, rtol=SINGLE, hint=hint)

    for n, shape in ((5, (9, 7)), (6, (8, 11)), (4, (6, 5)), (7, (7, 10)), (1, (3, 4))):
        in_either_world(env, given, partial(check, rng.normal(size=shape), n))


@hidden(points=3)
def test_averages_bytes(averaging_filtering: Function, env: Notebook) -> None:
    """averaging_filtering should give the exact mean of bytes, fractions included."""
    from references import filters

    image = random_cases("bytes").integers(0, 256, size=(6, 8), dtype=np.uint8)
    given = {"convolve_valid": filters.convolve_valid}

    def check(n: int) -> None:
        hint = partial(filters.averaging_hint, image, n)
        truth, name = filters.averaging_filtering(image, n), f"the output for n = {n}"
        out = averaging_filtering(image, n)
        assert_close(out, truth, name=name, rtol=SINGLE, hint=hint)

    for n in (2, 3):
        in_either_world(env, given, partial(check, n))


@hidden(points=2)
def test_leaves_the_image_alone(averaging_filtering: Function, env: Notebook) -> None:
    """averaging_filtering should not change the image."""
    from references import filters

    image = random_cases("inputs").normal(size=(5, 6))

    def check() -> None:
        assert_array(averaging_filtering(image, 3), (5, 6), name="the output")
        assert_inputs_unchanged(averaging_filtering, image, 3)

    in_either_world(env, {"convolve_valid": filters.convolve_valid}, check)
