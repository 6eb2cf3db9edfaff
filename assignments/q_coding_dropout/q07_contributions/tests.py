"""What right weights, contributions and wishes are."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_choices,
    assert_close,
    assert_outputs,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import features, target
from checks.hints import recognise


@public(points=1)
def test_compares_the_worked_example(compare: Function) -> None:
    """The function compare should give the weights and contributions of the worked example."""
    result = compare(np.array([2.0, 1.0]), 5.0)
    values = assert_outputs(result, count=4, name="compare", stacked=True)
    assert_close(values[0], [2, 1], name="w without dropout")
    assert_close(values[1], [5 / 6, 5 / 3], name="w with dropout")
    assert_close(values[2], [4, 1], name="the array of contributions without dropout")
    equal = [5 / 3, 5 / 3]
    assert_close(values[3], equal, name="the array of contributions with dropout")


@public(points=0.5)
def test_tugs_in_the_worked_example(tug_of_war: Function) -> None:
    """tug_of_war should give the wishes, output and error of the worked example."""
    result = tug_of_war(np.array([2.0, 1.0]), 6.0, 0.5)
    wishes, output, error = assert_outputs(result, count=3, name="tug_of_war")
    assert_close(wishes, [1.5, 3.0], name="the array of wishes")
    assert_close(output, 12.0, name="the output")
    assert_close(error, 36.0, name="the squared error")


@hidden(points=2)
def test_compares_any_number_of_inputs(compare: Function) -> None:
    """The function compare should be right for any number of inputs."""
    from references.two_weights import compare_hint, dropout_solution

    rng = random_cases("compare")
    names = (
        "w without dropout",
        "w with dropout",
        "the array of contributions without dropout",
        "the array of contributions with dropout",
    )
    for count in (2, 3, 4):
        x, y = features(rng, count), target(rng)
        result = compare(x, y)
        values = assert_outputs(result, count=4, name="compare", stacked=True)
        without = np.linalg.pinv(x[None, :])[:, 0] * y
        dropped = dropout_solution(x, y, 0.5)
        truths = (without, dropped, without * x, dropped * x)
        for index, (name, truth) in enumerate(zip(names, truths, strict=True)):
            hint = partial(compare_hint, x, y, index)
            assert_close(values[index], truth, name=name, hint=hint)


@hidden(points=2)
def test_tugs_at_any_rate(tug_of_war: Function) -> None:
    """tug_of_war should use the inputs that the network sees at any drop rate."""
    from references.two_weights import tug_hint, wish_hint

    rng = random_cases("tug")
    for count in (2, 3):
        x, y, p_drop = features(rng, count), target(rng), float(rng.uniform(0.1, 0.4))
        result = tug_of_war(x, y, p_drop)
        wishes, output, error = assert_outputs(result, count=3, name="tug_of_war")
        hint = partial(wish_hint, x, y, p_drop)
        alone = np.linalg.solve(np.diag(x / (1 - p_drop)), np.full(count, y))
        assert_close(wishes, alone, name="the array of wishes", hint=hint)
        name, hint = "the output when all are kept", partial(tug_hint, x, y, p_drop)
        assert_close(output, count * y, name=name, hint=hint)
        gap = (count - 1) * y
        squared = partial(
            recognise, mistakes=[("what is squared?", gap), ("what is squared?", -gap)]
        )
        assert_close(error, gap**2, name="the squared error", hint=squared)


@public(points=0.5)
def test_why_shared_is_letters(why_shared: object) -> None:
    """why_shared should be letters from A to E."""
    assert_choices(why_shared, "ABCDE", name="why_shared")


@hidden(points=1)
def test_why_shared(why_shared: object) -> None:
    """why_shared should name the reasons, and nothing else."""
    hints = {
        "A": "write down the gradient of the squared error for both weights.",
        "B": "where does the learning rate stand in the step, and who changes it?",
        "C": "look at the squared error that tug_of_war prints.",
        "D": "which probability has each coin?",
        "E": "what is the output when the only input that works is dropped?",
    }
    assert_right_choices(why_shared, "ACE", "ABCDE", name="why_shared", hints=hints)
