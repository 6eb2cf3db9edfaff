"""What a correct `spatial_batchnorm_backward` must do, with either cache."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.spatial import (
    assert_spatial_again,
    assert_spatial_gradients,
    spatial_case,
    spatial_cases,
)
from given.batchnorm import batchnorm_forward


@public(points=2)
def test_gives_dbeta_of_a_worked_example(
    spatial_batchnorm_forward: Function, spatial_batchnorm_backward: Function
) -> None:
    """spatial_batchnorm_backward should give one dbeta a channel."""
    x = np.arange(12.0).reshape(2, 3, 1, 2)
    case = spatial_case(x, dout=np.ones_like(x))
    _, cache = batchnorm_forward(*case.plain("train"))
    functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
    assert_spatial_gradients(*functions, case, "beta", cache)


@hidden(points=5)
def test_gives_dx(
    spatial_batchnorm_forward: Function, spatial_batchnorm_backward: Function
) -> None:
    """spatial_batchnorm_backward should give dx in the order of x."""
    for case in spatial_cases(random_cases("spatial dx")):
        _, cache = batchnorm_forward(*case.plain("train"))
        functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
        assert_spatial_gradients(*functions, case, "x", cache)


@hidden(points=4)
def test_gives_dgamma_and_dbeta(
    spatial_batchnorm_forward: Function, spatial_batchnorm_backward: Function
) -> None:
    """spatial_batchnorm_backward should give dgamma and dbeta, shape (C,)."""
    for case in spatial_cases(random_cases("spatial dgamma")):
        _, cache = batchnorm_forward(*case.plain("train"))
        functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
        assert_spatial_gradients(*functions, case, "gamma", cache)
        assert_spatial_gradients(*functions, case, "beta", cache)


@hidden(points=1)
def test_gives_the_same_again(
    spatial_batchnorm_forward: Function, spatial_batchnorm_backward: Function
) -> None:
    """spatial_batchnorm_backward should leave dout and its cache as they are."""
    case, other = spatial_cases(random_cases("spatial again"))[:2]
    _, cache = batchnorm_forward(*case.plain("train"))
    functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
    assert_spatial_again(*functions, case, other, cache)
