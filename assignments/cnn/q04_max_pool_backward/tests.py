"""What a correct `max_pool_backward_naive` must do, with its own or the documented cache."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.convolution import (
    PoolCase,
    assert_pool_again,
    assert_pool_gradient,
    pool_cases,
)


@public(points=2)
def test_gives_the_worked_example(
    max_pool_forward_naive: Function, max_pool_backward_naive: Function
) -> None:
    """max_pool_backward_naive should add up the gradients of overlapping windows."""
    x, dout = np.array([[[[1.0, 5.0, 2.0]]]]), np.array([[[[3.0, 4.0]]]])
    case = PoolCase(x, dout, height=1, width=2, stride=1)
    assert_pool_gradient(max_pool_forward_naive, max_pool_backward_naive, case)


@hidden(points=6)
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
