"""What a correct `spatial_batchnorm_forward` must do."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_array,
    assert_close,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.spatial import (
    spatial_cases,
    spatial_hint,
    spatial_testing_truth,
    spatial_truth,
)


@public(points=2)
def test_normalizes_a_worked_example(spatial_batchnorm_forward: Function) -> None:
    """spatial_batchnorm_forward should give each channel the mean beta."""
    x = np.array([[[[1.0, 3.0]], [[10.0, 10.0]]], [[[1.0, 3.0]], [[20.0, 20.0]]]])
    gamma, beta, param = (
        np.ones(2),
        np.array([0.0, 5.0]),
        {"mode": "train", "eps": 1e-12},
    )
    result = spatial_batchnorm_forward(x, gamma, beta, param)
    out, _ = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
    expected = [[[[-1.0, 1.0]], [[4.0, 4.0]]], [[[-1.0, 1.0]], [[6.0, 6.0]]]]
    assert_close(out, expected, name="out")


@hidden(points=6)
def test_normalizes_each_channel(spatial_batchnorm_forward: Function) -> None:
    """spatial_batchnorm_forward should normalize over batch, rows and columns."""
    for case in spatial_cases(random_cases("spatial")):
        param = case.bn_param("train")
        result = spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        out, _ = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
        truth, _ = spatial_truth(case)
        assert_close(out, truth, name="out", hint=partial(spatial_hint, case))


@hidden(points=3)
def test_tracks_one_statistic_a_channel(spatial_batchnorm_forward: Function) -> None:
    """spatial_batchnorm_forward should track running statistics of shape (C,)."""
    for case in spatial_cases(random_cases("spatial running")):
        param, m = case.bn_param("train"), case.momentum
        spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        mean = m * case.running_mean + (1 - m) * case.x.mean(axis=(0, 2, 3))
        var = m * case.running_var + (1 - m) * case.x.var(axis=(0, 2, 3))
        hint = "keep bn_param itself: the plain layer stores the statistics in it."
        for name, truth in (("running_mean", mean), ("running_var", var)):
            assert_array(param.get(name), truth.shape, name=name)
            assert_close(param[name], truth, name=name, hint=hint)


@hidden(points=3)
def test_uses_the_running_statistics_in_testing(
    spatial_batchnorm_forward: Function,
) -> None:
    """spatial_batchnorm_forward should use the running statistics in test mode."""
    for case in spatial_cases(random_cases("spatial test")):
        param = case.bn_param("test")
        result = spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        out, _ = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
        assert_close(out, spatial_testing_truth(case), name="out in test mode")
