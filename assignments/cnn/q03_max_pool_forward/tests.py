"""What a correct `max_pool_forward_naive` must do."""

from typing import Any

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.worked import Worked, assert_worked_output
from references.windows import (
    assert_pools,
    assert_settings_unchanged,
    pool_cases,
)


@public(points=2)
def test_keeps_the_largest_of_each_window(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should keep the largest entry, also among negative ones."""
    x = np.array([[[[-3.0, -1.0, -2.0]]]])
    inputs = (x, {"pool_height": 1, "pool_width": 2, "stride": 1})
    window = "the window's size and the stride are two different things."
    slips: list[tuple[str, Any]] = [
        ("max pooling keeps the largest value, not the mean.", [[[[-2.0, -1.5]]]]),
        ("max pooling keeps the largest value, not the smallest.", [[[[-3.0, -2.0]]]]),
        ("a window of negative numbers has a negative maximum.", [[[[0.0, 0.0]]]]),
        ("a window of negative numbers has a negative maximum.", [[[[-3.0, -2.0]]]]),
        (window, [[[[-3.0, -1.0]]]]),
        ("height and width of the window are swapped.", [[[[-3.0, -1.0]]]]),
        ("the largest entry may stand anywhere in its window.", [[[[-1.0, -2.0]]]]),
    ]
    row = Worked(inputs, [[[[-1.0, -1.0]]]])
    assert_worked_output(max_pool_forward_naive, row, slips)


@hidden(points=5)
def test_pools_every_shape(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should pool with any window and any stride."""
    for case in pool_cases(random_cases("pool forward")):
        assert_pools(max_pool_forward_naive, case, name=f"out {case.settings}")


@hidden(points=2)
def test_leaves_its_inputs_alone(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should change neither x nor pool_param."""
    for case in pool_cases(random_cases("pool inputs"))[:2]:
        settings = case.pool_param
        assert_settings_unchanged(max_pool_forward_naive, case.x, settings=settings)
