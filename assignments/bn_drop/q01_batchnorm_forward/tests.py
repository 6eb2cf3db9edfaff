"""What a correct `batchnorm_forward` must do, in training and in testing."""

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
from checks.normalization import statistic_hint
from checks.worked import Worked, assert_worked_output
from references.normalization import (
    batch_cases,
    batchnorm_testing_truth,
    batchnorm_truth,
    running_hint,
    running_truth,
    testing_hint,
    training_hint,
)


@public(points=2)
def test_normalizes_a_worked_example(batchnorm_forward: Function) -> None:
    """batchnorm_forward should give the worked example in training mode."""
    x = np.array([[3.0, 21.0], [1.0, 19.0], [3.0, 25.0], [1.0, 15.0]])
    gamma, beta, param = np.array([2.0, 4.0]), np.array([0.0, 5.0]), {"mode": "train"}
    out = [[1.0, 6.0], [-1.0, 4.0], [1.0, 10.0], [-1.0, 0.0]]
    worked = Worked((x, gamma, beta, {**param, "eps": 3.0}), out)
    # What each mistake leaves in the first two rows.
    left = {
        "eps belongs inside the square root, next to the variance.": (0.5, 5.60555128),
        "the eps of bn_param belongs under the root.": (2.0, 6.10940039),
        "divide by the standard deviation, not by the variance.": (0.5, 5.25),
        "the variance here divides by N, not by N - 1.": (0.96076892, 5.88706553),
    }
    centred = np.array([[1.0, 1.0], [-1.0, -1.0], [1.0, 5.0], [-1.0, -5.0]])
    slips = [
        (hint, beta + centred * (np.array(first) - beta))
        for hint, first in left.items()
    ]
    slips += [
        (
            "each column of the output should have the mean beta.",
            [[1.0, 21.0], [-1.0, 19.0], [1.0, 25.0], [-1.0, 15.0]],
        ),
        (
            "each row is normalized; take the mean over the batch, axis 0.",
            [
                [-1.96396101, 8.92792202],
                [-1.96396101, 8.92792202],
                [-1.97565832, 8.95131664],
                [-1.94145069, 8.88290137],
            ],
        ),
    ]
    assert_worked_output(batchnorm_forward, worked, slips)


@public(points=2)
def test_updates_the_running_statistics(batchnorm_forward: Function) -> None:
    """batchnorm_forward should move the running statistics towards the batch."""
    x, ones = np.array([[4.0], [6.0]]), np.ones(1)
    param = {"mode": "train", "running_mean": np.zeros(1), "running_var": np.ones(1)}
    batchnorm_forward(x, ones, ones, param)
    for name, truth in (("running_mean", [0.5]), ("running_var", [1.0])):
        assert_close(param[name], truth, name=name, hint=partial(statistic_hint, 1))


@public(points=2)
def test_uses_the_running_statistics_in_testing(batchnorm_forward: Function) -> None:
    """batchnorm_forward should use the running statistics in test mode."""
    mean, var, ones = np.ones(2), np.full(2, 4.0), np.ones(2)
    param = {"mode": "test", "running_mean": mean, "running_var": var, "eps": 0.0}
    result = batchnorm_forward(np.array([[5.0, 1.0]]), ones, ones, param)
    out, _ = assert_outputs(result, count=2, name="batchnorm_forward")
    assert_close(out, [[3.0, 1.0]], name="out in test mode")


@hidden(points=4)
def test_normalizes_every_batch(batchnorm_forward: Function) -> None:
    """batchnorm_forward should normalize with the mean and biased variance of the batch."""
    for case in batch_cases(random_cases("train")):
        param = case.bn_param("train")
        result = batchnorm_forward(case.x, case.gamma, case.beta, param)
        out, _ = assert_outputs(result, count=2, name="batchnorm_forward")
        truth, _ = batchnorm_truth(case)
        assert_close(out, truth, name="out", hint=partial(training_hint, case))


@hidden(points=1)
def test_keeps_a_cache(batchnorm_forward: Function) -> None:
    """batchnorm_forward should return a cache for the backward pass."""
    case = batch_cases(random_cases("cache"))[0]
    param = case.bn_param("train")
    result = batchnorm_forward(case.x, case.gamma, case.beta, param)
    _, cache = assert_outputs(result, count=2, name="batchnorm_forward")
    assert cache is not None, (
        "The cache is None in training mode. "
        "Hint: what will the backward pass need to know about this batch?"
    )


@hidden(points=3)
def test_tracks_mean_and_variance(batchnorm_forward: Function) -> None:
    """batchnorm_forward should update the running statistics by the given rule."""
    for case in batch_cases(random_cases("running")):
        for preset in (True, False):
            param = case.bn_param("train", preset=preset)
            batchnorm_forward(case.x, case.gamma, case.beta, param)
            mean, var = running_truth(case, preset=preset)
            hint = partial(running_hint, case, preset)
            assert_close(
                param.get("running_mean"), mean, name="running_mean", hint=hint
            )
            assert_close(param.get("running_var"), var, name="running_var", hint=hint)


@hidden(points=3)
def test_testing_is_a_fixed_affine_map(batchnorm_forward: Function) -> None:
    """batchnorm_forward should use gamma, beta and the running statistics in testing."""
    for case in batch_cases(random_cases("test")):
        param = case.bn_param("test")
        result = batchnorm_forward(case.x, case.gamma, case.beta, param)
        out, _ = assert_outputs(result, count=2, name="batchnorm_forward")
        truth = batchnorm_testing_truth(case, case.x)
        assert_close(out, truth, name="out", hint=partial(testing_hint, case))
        hint = "test mode only reads the running statistics; training updates them."
        for name in ("running_mean", "running_var"):
            assert_close(param[name], getattr(case, name), name=name, hint=hint)
        hint = "in test mode no row depends on the rows beside it."
        result = batchnorm_forward(case.x[:1], case.gamma, case.beta, param)
        one, _ = assert_outputs(result, count=2, name="batchnorm_forward")
        assert_close(one, truth[:1], name="out for a batch of one row", hint=hint)


@hidden(points=1)
def test_leaves_its_inputs_alone(batchnorm_forward: Function) -> None:
    """batchnorm_forward should change neither x nor gamma nor beta."""
    for case in batch_cases(random_cases("inputs")):
        arrays = (case.x, case.gamma, case.beta)
        for mode in ("train", "test"):
            assert_inputs_unchanged(batchnorm_forward, *arrays, case.bn_param(mode))
