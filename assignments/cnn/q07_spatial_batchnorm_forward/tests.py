"""What a correct `spatial_batchnorm_forward` must do."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from references.spatial import (
    running_hint,
    running_truth,
    spatial_cases,
    spatial_hint,
    spatial_testing_hint,
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


@hidden(points=3)
def test_normalizes_each_channel(spatial_batchnorm_forward: Function) -> None:
    """spatial_batchnorm_forward should normalize over batch, rows and columns."""
    for case in spatial_cases(random_cases("spatial")):
        param = case.bn_param("train")
        result = spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        out, _ = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
        truth, _ = spatial_truth(case)
        assert_close(out, truth, name="out", hint=partial(spatial_hint, case))


@hidden(points=1)
def test_tracks_one_statistic_a_channel(spatial_batchnorm_forward: Function) -> None:
    """spatial_batchnorm_forward should track running statistics of shape (C,)."""
    for case in spatial_cases(random_cases("spatial running")):
        param = case.bn_param("train")
        spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        for name, truth in running_truth(case, preset=True).items():
            tracked = partial(running_hint, case, name)
            assert_close(param.get(name), truth, name=name, hint=tracked)
        del param["running_mean"], param["running_var"]
        spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        for name, truth in running_truth(case, preset=False).items():
            label = f"{name}, after a first batch,"
            hint = "without statistics in bn_param, both are 0 at first, shape (C,)."
            assert_close(param.get(name), truth, name=label, hint=hint)


@hidden(points=2)
def test_uses_the_running_statistics_in_testing(
    spatial_batchnorm_forward: Function,
) -> None:
    """spatial_batchnorm_forward should use the running statistics in test mode."""
    for case in spatial_cases(random_cases("spatial test")):
        param = case.bn_param("test")
        result = spatial_batchnorm_forward(case.x, case.gamma, case.beta, param)
        out, _ = assert_outputs(result, count=2, name="spatial_batchnorm_forward")
        hint = partial(spatial_testing_hint, case)
        truth = spatial_testing_truth(case)
        assert_close(out, truth, name="out in test mode", hint=hint)
        for name in ("running_mean", "running_var"):
            label, before = f"{name} after test mode", case.bn_param("test")[name]
            still = "testing reads the running statistics, training moves them."
            assert_close(param.get(name), before, name=label, hint=still)


@hidden(points=1)
def test_leaves_its_inputs_alone(spatial_batchnorm_forward: Function) -> None:
    """spatial_batchnorm_forward should change neither x nor gamma nor beta."""
    for case in spatial_cases(random_cases("spatial inputs"))[:2]:
        arrays = (case.x, case.gamma, case.beta)
        assert_inputs_unchanged(
            spatial_batchnorm_forward, *arrays, case.bn_param("train")
        )
