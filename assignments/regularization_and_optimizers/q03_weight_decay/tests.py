"""What a correct `decay_rate` must give, and for which optimizers it exists."""

from functools import partial

from checks import (
    Function,
    assert_array,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from references.optimizers import decay_cases, decay_hint


@public(points=1)
def test_gives_the_worked_example(decay_rate: Function) -> None:
    """decay_rate should give the worked example."""
    assert_close(decay_rate(1.0, 0.5), 0.5, name="gamma")


@public(points=0.5)
def test_same_steps_names_letters(same_steps: object) -> None:
    """same_steps should name letters among A, B, C and D."""
    assert_choices(same_steps, "ABCD", name="same_steps")


@hidden(points=3)
def test_takes_the_regularized_step(decay_rate: Function) -> None:
    """decay_rate should make a decayed step land where the penalized step lands."""
    for case in decay_cases(random_cases("decay")):
        gamma = assert_array(decay_rate(case.eta, case.lam), (), name="gamma")
        landed = case.decayed_step(gamma)
        name = "theta after a step with your gamma"
        hint = partial(decay_hint, case)
        assert_close(landed, case.regularized_step, name=name, hint=hint)


@hidden(points=1)
def test_same_steps_is_right(same_steps: object) -> None:
    """same_steps should name all optimizers for which decay and penalty agree."""
    late = "the pull of the penalty enters an average and acts over many later steps."
    hints = {
        "A": "compare the two steps of plain SGD once more.",
        "B": late,
        "C": "what does the optimizer do to the pull of the penalty before it acts?",
        "D": "does the comparison of one step use anything about the other steps?",
    }
    assert_right_choices(same_steps, "AD", "ABCD", name="same_steps", hints=hints)
