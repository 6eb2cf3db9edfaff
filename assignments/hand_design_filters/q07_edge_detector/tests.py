"""What an edge detector must do to images, their borders and their bytes."""

from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_close,
    assert_inputs_unchanged,
    hidden,
    public,
    random_cases,
)
from checks.filters import stand_ins
from checks.hints import recognise


@public(points=3)
def test_measures_how_a_bowl_bends(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should be 8 inside the image of m*m + 3*n*n."""
    row, column = np.mgrid[:5, :6]
    with env.standing_on(**stand_ins(env)):
        out = edge_detecting(1.0 * row**2 + 3.0 * column**2)
    inside = assert_array(out, (5, 6), name="the output")[1:-1, 1:-1]
    mistakes = [
        ("which sign has the centre of the kernel?", -8.0),
        ("the four corners of the kernel take no part.", 24.0),
        ("the four corners of the kernel take no part.", -24.0),
        ("add the second differences along both directions.", 2.0),
        ("add the second differences along both directions.", 6.0),
    ]
    hint = recognise(inside, [(text, np.full((3, 4), left)) for text, left in mistakes])
    assert_close(inside, np.full((3, 4), 8.0), name="the inside", hint=hint)


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
    with env.standing_on(**stand_ins(env)):
        out = edge_detecting(np.array([[10, 10, 200, 200]], dtype=np.uint8))
    hint = partial(recognise, mistakes=mistakes)
    assert_close(out, [[0, 190, -190, 0]], name="the output", hint=hint)


@hidden(points=8)
def test_adds_both_second_differences(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should add both second differences, up to the mirrored border."""
    from references import filters

    rng = random_cases("edges")
    for shape in ((6, 9), (7, 4), (5, 5)):
        image = rng.normal(size=shape)
        with env.standing_on(convolve_valid=filters.convolve_valid):
            out = edge_detecting(image)
        hint = partial(filters.edge_hint, image)
        truth = filters.edge_detecting(image)
        assert_close(out, truth, name="the output", hint=hint)


@hidden(points=2)
def test_leaves_the_image_alone(edge_detecting: Function, env: Notebook) -> None:
    """edge_detecting should not change the image."""
    from references import filters

    image = random_cases("inputs").normal(size=(5, 6))
    with env.standing_on(convolve_valid=filters.convolve_valid):
        assert_array(edge_detecting(image), (5, 6), name="the output")
        assert_inputs_unchanged(edge_detecting, image)
