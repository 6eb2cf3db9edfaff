"""What a correct `max_pool_backward_naive` must do, with its own or the documented cache."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.worked import Worked, assert_worked_gradients
from references.windows import (
    assert_pool_again,
    assert_pool_gradient,
    pool_cases,
)


@public(points=3)
def test_gives_the_worked_example(
    max_pool_forward_naive: Function, max_pool_backward_naive: Function
) -> None:
    """max_pool_backward_naive should add up the gradients of overlapping windows."""
    inputs = (
        np.array([[[[1.0, 5.0, 2.0]]]]),
        {"pool_height": 1, "pool_width": 2, "stride": 1},
    )
    row = Worked(inputs, [[[[5.0, 5.0]]]], [[[[3.0, 4.0]]]], inputs)
    # What the backward pass is judged by where the forward pass raises on a row.
    tiles = (
        np.array(
            [
                [1.0, 5.0, 2.0, 0.0],
                [3.0, 4.0, 6.0, 1.0],
                [7.0] * 4,
                [8.0, 9.0, 7.5, 7.0],
            ]
        )[None, None],
        {"pool_height": 2, "pool_width": 2, "stride": 2},
    )
    dx = np.zeros((1, 1, 4, 4))
    dx[0, 0, [0, 1, 3, 3], [1, 2, 1, 2]] = [1.0, 2.0, 3.0, 4.0]
    out, dout = [[[[5.0, 6.0], [9.0, 7.5]]]], [[[[1.0, 2.0], [3.0, 4.0]]]]
    square = (Worked(tiles, out, dout, tiles), {"dx": dx})
    only = "only the largest entry of a window gets its gradient."
    slips = [
        (
            "the sum of dx must be the sum of dout: where windows overlap, one entry "
            "collects from several windows.",
            [[[[0.0, 4.0, 0.0]]]],
        ),
        (
            "the window's gradient goes to its largest entry, so dout counts.",
            [[[[0.0, 2.0, 0.0]]]],
        ),
        (
            "an entry that reaches the output as it is has the slope 1.",
            [[[[0.0, 35.0, 0.0]]]],
        ),
        (only, [[[[3.0, 7.0, 4.0]]]]),
        (only, [[[[1.5, 3.5, 2.0]]]]),
        (
            "the window's size and the stride are two different things.",
            [[[[0.0, 3.0, 4.0]]]],
        ),
        ("the window's height and its width are two numbers.", [[[[3.0, 4.0, 0.0]]]]),
        (
            "the window's size and the stride are two different things.",
            [[[[3.0, 4.0, 0.0]]]],
        ),
    ]
    functions = max_pool_forward_naive, max_pool_backward_naive
    expected = {"dx": [[[[0.0, 7.0, 0.0]]]]}
    assert_worked_gradients(*functions, row, expected, {"dx": slips}, [square])
    # Stride 2, over an image and with a window that are not square.
    inputs = (
        np.array([[[[1.0, 2.0, 9.0, 3.0, 4.0], [0.0, 8.0, 5.0, 7.0, 6.0]]]]),
        {"pool_height": 2, "pool_width": 3, "stride": 2},
    )
    wide = Worked(inputs, [[[[9.0, 9.0]]]], [[[[1.0, 2.0]]]], inputs)
    expected = {"dx": [[[[0.0, 0.0, 3.0, 0.0, 0.0], [0.0] * 5]]]}
    assert_worked_gradients(*functions, wide, expected, None, [square])


@hidden(points=7)
def test_gives_dx_of_every_shape(
    max_pool_forward_naive: Function, max_pool_backward_naive: Function
) -> None:
    """max_pool_backward_naive should give dx for any window and any stride."""
    for case in pool_cases(random_cases("pool backward")):
        assert_pool_gradient(max_pool_forward_naive, max_pool_backward_naive, case)


@hidden(points=1)
def test_gives_the_same_again(
    max_pool_forward_naive: Function, max_pool_backward_naive: Function
) -> None:
    """max_pool_backward_naive should leave dout and its cache as they are."""
    case, other = pool_cases(random_cases("pool again"))[:2]
    assert_pool_again(max_pool_forward_naive, max_pool_backward_naive, case, other)
