"""What a correct `spatial_batchnorm_backward` must do, with either cache."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.worked import Worked, assert_worked_gradients
from given.batchnorm import batchnorm_forward
from references.spatial import (
    assert_spatial_again,
    assert_spatial_gradients,
    spatial_cases,
)


@public(points=2)
def test_gives_worked_examples(
    spatial_batchnorm_forward: Function, spatial_batchnorm_backward: Function
) -> None:
    """spatial_batchnorm_backward should give one dbeta a channel, and dx for any eps."""
    x, gamma, beta = np.arange(12.0).reshape(2, 3, 1, 2), np.ones(3), np.zeros(3)
    columns = np.moveaxis(x, 1, -1).reshape(4, 3)
    _, cache = batchnorm_forward(columns, gamma, beta, {"mode": "train"})
    near, far = 0.82199449, 1.15079229
    out = np.array([[[[-far, -near]]], [[[near, far]]]]).repeat(3, axis=1)
    inputs = (x, gamma, beta, {"mode": "train"})
    worked = Worked(inputs, out, np.ones_like(x), cache)
    expected = {"dx": None, "dgamma": None, "dbeta": [4.0, 4.0, 4.0]}
    mean = "a gradient is a sum over the batch and all pixels, not a mean."
    slips = [
        ("dgamma and dbeta are exchanged.", np.zeros(3)),
        (mean, np.ones(3)),
        (mean, np.full(3, 2.0)),
        ("one number a channel: shape (C,).", np.full((3, 1, 2), 2.0)),
    ]
    functions = spatial_batchnorm_forward, spatial_batchnorm_backward
    assert_worked_gradients(*functions, worked, expected, {"dbeta": slips})
    # An eps that counts, and channels that are easy to follow.
    x, gamma = (
        np.array([[[[-1.0, -1.0, 2.0]], [[3.0, 6.0, 3.0]]]]),
        np.array([4.0, 2.0]),
    )
    param = {"mode": "train", "eps": 2.0}
    _, cache = batchnorm_forward(x[0, :, 0].T, gamma, np.ones(2), dict(param))
    out = np.array([[[[-1.0, -1.0, 5.0]], [[0.0, 3.0, 0.0]]]])
    dout = np.array([[[[1.0, 2.0, 6.0]], [[0.0, 3.0, 6.0]]]])
    worked = Worked((x, gamma, np.ones(2), param), out, dout, cache)
    dx = np.array([[[[-2.5, -0.5, 3.0]], [[-3.0, 0.0, 3.0]]]])
    only_dx = {"dx": dx, "dgamma": None, "dbeta": None}
    assert_worked_gradients(*functions, worked, only_dx)


@hidden(points=4)
def test_gives_dx(
    spatial_batchnorm_forward: Function, spatial_batchnorm_backward: Function
) -> None:
    """spatial_batchnorm_backward should give dx in the order of x."""
    for case in spatial_cases(random_cases("spatial dx")):
        _, cache = batchnorm_forward(*case.plain("train"))
        functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
        assert_spatial_gradients(*functions, case, "x", cache)


@hidden(points=3)
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
