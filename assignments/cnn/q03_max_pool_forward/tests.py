"""What a correct `max_pool_forward_naive` must do."""

import numpy as np

from checks import Function, assert_close, hidden, public, random_cases
from checks.convolution import (
    PoolCase,
    assert_pools,
    assert_settings_unchanged,
    pool_cases,
)


@public(points=2)
def test_keeps_the_largest_of_each_window(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should keep the largest entry, also among negative ones."""
    x, dout = np.array([[[[-3.0, -1.0, -2.0]]]]), np.ones((1, 1, 1, 2))
    case = PoolCase(x, dout, height=1, width=2, stride=1)
    out = assert_pools(max_pool_forward_naive, case)
    assert_close(out, [[[[-1.0, -1.0]]]], name="out")


@hidden(points=5)
def test_pools_every_shape(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should pool with any window and any stride."""
    for case in pool_cases(random_cases("pool forward")):
        assert_pools(max_pool_forward_naive, case, name=f"out {case.settings}")


@hidden(points=1)
def test_leaves_its_inputs_alone(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should change neither x nor pool_param."""
    for case in pool_cases(random_cases("pool inputs"))[:2]:
        settings = case.pool_param
        assert_settings_unchanged(max_pool_forward_naive, case.x, settings=settings)
