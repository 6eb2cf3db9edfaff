"""What right weights are at every drop rate, 0 included."""

import numpy as np

from checks import (
    Function,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import features, target


@public(points=2)
def test_solves_the_worked_example(w_of_p: Function) -> None:
    """w_of_p should give the worked example at one half."""
    assert_close(w_of_p(np.array([2.0, 1.0]), 6.0, 0.5), [1.0, 2.0], name="w")


@hidden(points=4)
def test_weights_the_masks(w_of_p: Function) -> None:
    """w_of_p should minimize the average over masks, each with its probability."""
    from references.two_weights import dropout_solution, rate_hint

    rng = random_cases("rates")
    for count in (2, 3):
        x, y = features(rng, count), target(rng)
        for p_drop in (rng.uniform(0.05, 0.35), rng.uniform(0.65, 0.95)):
            w, hint = w_of_p(x, y, float(p_drop)), rate_hint(x, y, p_drop)
            expected = dropout_solution(x, y, p_drop)
            assert_close(w, expected, name=f"w at p_drop = {p_drop:.2f}", hint=hint)


@hidden(points=2)
def test_is_the_shortest_at_zero(w_of_p: Function) -> None:
    """w_of_p should give the shortest solution at a drop rate of 0."""
    rng = random_cases("zero")
    for count in (2, 3):
        x, y = features(rng, count), target(rng)
        expected = np.linalg.pinv(x[None, :])[:, 0] * y
        hint = "the limit of small rates is not the solution at 0: which w is shortest?"
        assert_close(w_of_p(x, y, 0.0), expected, name="w at p_drop = 0", hint=hint)


@public(points=0.5)
def test_why_jump_is_a_letter(why_jump: object) -> None:
    """why_jump should be one of the letters A to D."""
    assert_choices(why_jump, "ABCD", name="why_jump", exactly=1)


@hidden(points=1)
def test_why_jump(why_jump: object) -> None:
    """why_jump should name the reason for the jump at 0."""
    hints = {
        "A": "the jump is in the exact formula too.",
        "C": "put 0 into it.",
        "D": "what did gradient descent do in Question 2?",
    }
    assert_right_choices(why_jump, "B", "ABCD", name="why_jump", hints=hints)
