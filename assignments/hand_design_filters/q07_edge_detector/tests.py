"""What an edge detector must do to images, their borders and their bytes."""

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
def test_measures_how_a_bowl_bends(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should be 8 inside the image of m*m + 3*n*n."""
    row, column = np.mgrid[:5, :6]
    mistakes = [
        ("which sign has the centre of the kernel?", -8.0),
        ("the four corners of the kernel take no part.", 24.0),
        ("the four corners of the kernel take no part.", -24.0),
        ("add the second differences along both directions.", 2.0),
        ("add the second differences along both directions.", 6.0),
    ]
    pictures = [(text, np.full((3, 4), left)) for text, left in mistakes]
    hint = partial(recognise, mistakes=pictures, rtol=SINGLE)
    size = "the output is as large as the image: what lies beyond the border?"

    def check() -> None:
        out = edge_detecting(1.0 * row**2 + 3.0 * column**2)
        inside = assert_array(out, (5, 6), name="the output", hint=size)[1:-1, 1:-1]
        eight = np.full((3, 4), 8.0)
        assert_close(inside, eight, name="the inside", rtol=SINGLE, hint=hint)

    in_either_world(env, stand_ins(env), check)


@public(points=3)
def test_gives_both_sides_of_an_edge(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should give +190 and -190 at the step from 10 to 200."""
    mistakes = [
        ("which sign has the centre of the kernel?", [[0, -190, 190, 0]]),
        ("a byte starts again at 0 after 255.", [[0, 190, 66, 0]]),
        ("both signs carry information.", [[0, 190, 190, 0]]),
        ("both signs carry information.", [[0, 190, 0, 0]]),
        ("beyond the border there are no zeros.", [[-30, 170, -590, -600]]),
        ("the image does not go round.", [[190, 190, -190, -190]]),
    ]
    hint = partial(recognise, mistakes=mistakes, rtol=SINGLE)

    def check() -> None:
        out = edge_detecting(np.array([[10, 10, 200, 200]], dtype=np.uint8))
        step = [[0, 190, -190, 0]]
        assert_close(out, step, name="the output", rtol=SINGLE, hint=hint)

    in_either_world(env, stand_ins(env), check)


@hidden(points=6)
def test_adds_both_second_differences(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should add both second differences, up to the mirrored border."""
    from references import filters

    rng = random_cases("edges")
    given = {"convolve_valid": filters.convolve_valid}

    def check(image: Array) -> None:
        hint, out = partial(filters.edge_hint, image), edge_detecting(image)
        truth = filters.edge_detecting(image)
        assert_close(out, truth, name="the output", rtol=SINGLE, hint=hint)

    for shape in ((6, 9), (7, 4), (5, 5)):
        in_either_world(env, given, partial(check, rng.normal(size=shape)))


@hidden(points=2)
def test_leaves_the_image_alone(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should not change the image."""
    from references import filters

    image = random_cases("inputs").normal(size=(5, 6))

    def check() -> None:
        assert_array(edge_detecting(image), (5, 6), name="the output")
        assert_inputs_unchanged(edge_detecting, image)

    in_either_world(env, {"convolve_valid": filters.convolve_valid}, check)
