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


@public(points=1)
def test_compares_the_worked_example(compare: Function) -> None:
    """The function compare should give the weights and contributions of the worked example."""
    values = assert_outputs(compare(np.array([2.0, 1.0]), 5.0), count=4, name="compare")
    assert_close(values[0], [2, 1], name="the weights without dropout")
    assert_close(values[1], [5 / 6, 5 / 3], name="the weights with dropout")
    assert_close(values[2], [4, 1], name="the contributions without dropout")
    assert_close(values[3], [5 / 3, 5 / 3], name="the contributions with dropout")


@public(points=0.5)
def test_tugs_in_the_worked_example(tug_of_war: Function) -> None:
    """tug_of_war should give the wishes, output and error of the worked example."""
    result = tug_of_war(np.array([2.0, 1.0]), 6.0, 0.5)
    wishes, output, error = assert_outputs(result, count=3, name="tug_of_war")
    assert_close(wishes, [1.5, 3.0], name="the wishes")
    assert_close(output, 12.0, name="the output")
    assert_close(error, 36.0, name="the squared error")


@hidden(points=2)
def test_compares_any_number_of_inputs(compare: Function) -> None:
    """The function compare should be right for any number of inputs."""
    from references.two_weights import dropout_solution, unscaled_hint

    rng = random_cases("compare")
    for count in (2, 3, 4):
        x, y = features(rng, count), target(rng)
        result = assert_outputs(compare(x, y), count=4, name="compare")
        without, dropped = (
            np.linalg.pinv(x[None, :])[:, 0] * y,
            dropout_solution(x, y, 0.5),
        )
        assert_close(result[0], without, name="the weights without dropout")
        assert_close(
            result[1],
            dropped,
            name="the weights with dropout",
            hint=partial(unscaled_hint, dropped),
        )
        assert_close(result[2], without * x, name="the contributions without dropout")
        assert_close(result[3], dropped * x, name="the contributions with dropout")


@hidden(points=2)
def test_tugs_at_any_rate(tug_of_war: Function) -> None:
    """tug_of_war should use the inputs that the network sees at any drop rate."""
    from references.two_weights import wish_hint

    rng = random_cases("tug")
    for count in (2, 3):
        x, y, p_drop = features(rng, count), target(rng), float(rng.uniform(0.1, 0.4))
        result = tug_of_war(x, y, p_drop)
        wishes, output, error = assert_outputs(result, count=3, name="tug_of_war")
        hint = partial(wish_hint, x, y, p_drop)
        alone = np.linalg.solve(np.diag(x / (1 - p_drop)), np.full(count, y))
        assert_close(wishes, alone, name="the wishes", hint=hint)
        assert_close(output, count * y, name="the output when all are kept")
        assert_close(error, (count * y - y) ** 2, name="the squared error")


@public(points=0.5)
def test_why_shared_is_letters(why_shared: object) -> None:
    """why_shared should be letters from A to E."""
    assert_choices(why_shared, "ABCDE", name="why_shared")


@hidden(points=2)
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
