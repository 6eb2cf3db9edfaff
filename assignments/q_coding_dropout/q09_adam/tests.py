"""Where Adam ends, and what `final_weights` must ask for."""

from functools import partial

import numpy as np
import torch

from checks import (
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import (
    assert_training,
    features,
    final_weight,
    masked_stand_ins,
    stand_ins,
    target,
)
from checks.hints import recognise


@public(points=0.5)
def test_predicts_the_worked_example(adam_solution: Function) -> None:
    """adam_solution should predict the worked example."""
    assert_close(adam_solution(np.array([3.0, -1.0]), 8.0), [2.0, -2.0], name="w")


@public(points=0.5)
def test_asks_for_the_optimizer(final_weights: Function, env: Notebook) -> None:
    """final_weights should train linear_net once, with the given optimizer and rows."""
    X, Y = torch.tensor([[1.0, 2.0, 3.0]] * 2), torch.tensor([[1.0], [4.0]])
    given, asked = stand_ins(env)
    adam = torch.optim.Adam
    with env.standing_on(**given):
        w = final_weights(X, Y, adam, 30, learning_rate=0.02)
    assert_close(asked.sizes, [3], name="the list of input counts")
    assert_training(asked, X, Y, kind=adam, learning_rate=0.02, steps=30)
    assert_close(w, final_weight(3), name="w after training", rtol=1e-5)


@hidden(points=2)
def test_predicts_where_adam_ends(adam_solution: Function) -> None:
    """adam_solution should fit the row with weights that moved equally far."""
    from references.two_weights import adam, adam_hint

    rng = random_cases("adam")
    for signs in ([-1.0, 1.0], [1.0, 1.0, -1.0, 1.0]):
        x, y = np.abs(features(rng, len(signs))) * signs, target(rng)
        w = adam_solution(x, y)
        walked = adam(x[None, :], np.array([y]), 1e-2, 40)
        expected = walked * y / (x @ walked)
        assert_close(w, expected, name="w", hint=adam_hint(x, y), rtol=1e-5)


@hidden(points=1)
def test_goes_where_the_optimizer_leads(final_weights: Function, env: Notebook) -> None:
    """final_weights should end where the optimizer leads on any rows."""
    from references import two_weights

    rng = random_cases("ends")
    X, Y = rng.uniform(-2, 2, size=(5, 3)), rng.uniform(2, 5, size=5)
    rows, goals = (
        torch.tensor(values, dtype=torch.float32) for values in (X, Y[:, None])
    )
    expected = {
        torch.optim.SGD: two_weights.descend(X, Y, 0.01, 30),
        torch.optim.Adam: two_weights.adam(X, Y, 0.01, 30),
    }
    ends = {}
    mask, _ = two_weights.scripted_masks(rng)
    given = env.run(masked_stand_ins, mask, two_weights.slope)
    for kind in expected:
        with env.standing_on(**given):
            ends[kind] = final_weights(rows, goals, kind, 30, learning_rate=0.01)
    other = dict(zip(expected, reversed(expected.values()), strict=True))
    which = "does the given class make the steps, whichever it is?"
    for kind, w in expected.items():
        hint = partial(recognise, mistakes=[(which, other[kind])], rtol=1e-3)
        name = f"w after {kind.__name__}"
        assert_close(ends[kind], w, name=name, rtol=1e-3, hint=hint)


@public(points=0.5)
def test_adam_claims_are_letters(adam_claims: object) -> None:
    """adam_claims should be letters from A to E."""
    assert_choices(adam_claims, "ABCDE", name="adam_claims")


@hidden(points=1)
def test_adam_claims(adam_claims: object) -> None:
    """adam_claims should name what the runs show, and nothing else."""
    hints = {
        "A": "compare the last two lines after 10,000 steps.",
        "B": "compare the lengths of the two solutions.",
        "C": "how many weights fit a single row, and who chooses?",
        "D": "multiply Adam's last weights with x.",
        "E": "compare its weights after 1000 and after 10,000 steps.",
    }
    assert_right_choices(adam_claims, "AC", "ABCDE", name="adam_claims", hints=hints)
