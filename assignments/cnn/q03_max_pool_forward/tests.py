"""What a correct `max_pool_forward_naive` must do."""

from functools import partial

import numpy as np

from checks import Function, assert_close, assert_outputs, hidden, public, random_cases
from checks.convolution import pool_cases, pool_forward_hint, pool_truth


@public(points=2)
def test_keeps_the_largest_of_each_window(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should keep the largest entry, also among negative ones."""
    param = {"pool_height": 1, "pool_width": 2, "stride": 1}
    result = max_pool_forward_naive(np.array([[[[-3.0, -1.0, -2.0]]]]), param)
    out, _ = assert_outputs(result, count=2, name="max_pool_forward_naive")
    assert_close(out, [[[[-1.0, -1.0]]]], name="out")


@hidden(points=6)
def test_pools_every_shape(max_pool_forward_naive: Function) -> None:
    """max_pool_forward_naive should pool with any window and any stride."""
    for case in pool_cases(random_cases("pool forward")):
        result = max_pool_forward_naive(case.x, case.pool_param)
        out, _ = assert_outputs(result, count=2, name="max_pool_forward_naive")
        truth, _ = pool_truth(case)
        hint = partial(pool_forward_hint, case)
        assert_close(out, truth, name=f"out {case.settings}", hint=hint)
