"""What correct column lengths are, and what they have in common with batch norm."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
    ridge_example,
)
from checks.worlds import in_either_world
from references.noise import Ridge, lengths_hint, ridges, to_ridge


@public(points=1)
def test_gives_the_worked_example(effective_lengths: Function, env: Notebook) -> None:
    """effective_lengths should give the worked example."""
    given: dict[str, Callable[..., Any]] = {
        "to_ridge": ridge_example.to_ridge,
        "effective_data": ridge_example.effective_data,
    }

    def check() -> None:
        lengths = effective_lengths(np.array([[3.0, 0.0], [4.0, 2.0]]), 0.5)
        assert_close(lengths, [1.0, 1.0], name="effective_lengths")

    in_either_world(env, given, check)


@public(points=0.5)
def test_like_batch_norm_names_letters(like_batch_norm: object) -> None:
    """like_batch_norm should name letters among A, B, C and D."""
    assert_choices(like_batch_norm, "ABCD", name="like_batch_norm")


@hidden(points=2)
def test_measures_the_columns(effective_lengths: Function, env: Notebook) -> None:
    """effective_lengths should measure the columns of the effective data matrix."""
    given: dict[str, Callable[..., Any]] = {
        "to_ridge": to_ridge,
        "effective_data": lambda X, Gamma: X @ np.linalg.inv(Gamma),
    }

    def check(case: Ridge) -> None:
        lengths = effective_lengths(case.X, case.p_keep)
        data = np.linalg.solve(np.diag(case.true_gamma), case.X.T).T
        truth = np.linalg.norm(data, axis=0)
        hint = partial(lengths_hint, case)
        assert_close(lengths, truth, name="effective_lengths", hint=hint)

    for case in ridges(random_cases("column lengths")):
        in_either_world(env, given, partial(check, case))


@hidden(points=1)
def test_like_batch_norm_is_right(like_batch_norm: object) -> None:
    """like_batch_norm should name what dropout and batch norm have in common."""
    hints = {
        "A": "a diagonal matrix stretches columns; does it turn them?",
        "B": "look at your lengths: what do they depend on?",
        "C": "does a diagonal matrix subtract anything?",
        "D": "what happens to Gamma, and so to X_tilde, when a column grows?",
    }
    name = "like_batch_norm"
    assert_right_choices(like_batch_norm, "BD", "ABCD", name=name, hints=hints)
