"""What `average_descent` must compute, and what the large batch shows."""

from functools import partial

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
from checks.hints import recognise


@public(points=2)
def test_takes_one_step(average_descent: Function) -> None:
    """average_descent should take the step of the worked example."""
    X, Y = np.array([[2.0], [0.0]]), np.array([4.0, 4.0])
    slips = [
        ("the gradient points uphill: which way does a step go?", [-0.8]),
        ("the loss is the mean of the rows, not their sum.", [1.6]),
        ("where does the 2 of the square go?", [0.4]),
        ("count the steps.", [0.0]),
    ]
    w = average_descent(X, Y, 0.1, 1)
    hint = partial(recognise, mistakes=slips)
    assert_close(w, [0.8], name="w after one step", hint=hint)


@hidden(points=4)
def test_takes_many_steps(average_descent: Function) -> None:
    """average_descent should be where the closed form of the descent says."""
    from references.two_weights import descend, descent_hint

    rng = random_cases("descent")
    for rows, count, steps in ((4, 2, 7), (9, 3, 60)):
        X, Y = rng.uniform(-2, 2, size=(rows, count)), rng.uniform(1, 5, size=rows)
        w = average_descent(X, Y, 0.02, steps)
        hint = descent_hint(X, Y, 0.02, steps)
        expected = descend(X, Y, 0.02, steps)
        assert_close(w, expected, name=f"w after {steps} steps", hint=hint)


@public(points=0.5)
def test_large_batch_is_letters(large_batch: object) -> None:
    """large_batch should be letters from A to E."""
    assert_choices(large_batch, "ABCDE", name="large_batch")


@hidden(points=1)
def test_large_batch(large_batch: object) -> None:
    """large_batch should name what the run shows, and nothing else."""
    hints = {
        "A": "how much does the mean of 1024 draws vary, compared with one draw?",
        "B": "what does the row of zeros cost, whatever w is?",
        "C": "compare the average loss with the training loss of Question 3.",
        "D": "the limit has no noise at all; where is it after 1000 steps?",
        "E": "compare 1000 steps with 10,000, with noise and without.",
    }
    assert_right_choices(large_batch, "ACE", "ABCDE", name="large_batch", hints=hints)
