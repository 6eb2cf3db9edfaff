"""No answer has two tries: one that is wrong at first has lost what looks at values.

Many tests look again: with stand-ins for earlier answers, or with another cache. An
answer that counts its calls would change its mind between two looks.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import update_wrapper
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from homework.questions import answers
from homework.questions.cases import Case, read_cases
from homework.questions.layout import Assignment, Question, Repository

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = [
    each for each in Repository(ROOT).assignments() if each.name != "pytorch_cnn"
]  # that one trains for minutes
AT_FIRST = [["wrong"], ["raise", "wrong"], ["raise", "raise", "wrong"]]


def made_wrong(value: Any) -> Any:
    """Return something else of the same kind and shape."""
    if isinstance(value, bool | np.bool_):
        return not value
    if isinstance(value, np.ndarray) and value.dtype == bool:
        return ~value
    if isinstance(value, int | float | np.number | np.ndarray | torch.Tensor):
        return value + 1
    if type(value) in (tuple, list):
        return type(value)(map(made_wrong, value))
    if type(value) is dict:
        return {name: made_wrong(each) for name, each in value.items()}
    return f"{value}, or not" if isinstance(value, str) else value


class Changing:
    """A right answer that behaves otherwise in its first calls."""

    def __init__(self, function: Callable[..., Any], at_first: Iterator[str]) -> None:
        self.function, self.at_first = function, at_first
        update_wrapper(self, function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Answer, wrongly where this call is to be wrong."""
        how = next(self.at_first, "right")
        if how == "raise":
            raise ValueError("not at first")
        value = self.function(*args, **kwargs)
        return made_wrong(value) if how == "wrong" else value


def functions_of(question: Question, names: dict[str, Any]) -> list[str]:
    """Name the functions that a question asks for."""
    told: dict[str, Any] = {}
    exec(answers.solution_source(question), dict(names), told)  # noqa: S102
    return [name for name in told if inspect.isfunction(names.get(name))]


def second_tries(
    question: Question, names: dict[str, Any], before: str
) -> Iterator[str]:
    """Name the tests that an answer passes which is wrong at first, not always."""

    def passes(case: Case, name: str, at_first: Iterator[str]) -> bool:
        changed = Changing(names[name], at_first)
        return answers.run_case(question, case, {**names, name: changed}) is None

    for case in read_cases(question.tests):
        for name in functions_of(question, names):
            if passes(case, name, repeat("wrong")):
                continue  # it looks at something else: what is changed, or drawn
            for at_first in AT_FIRST:
                calls = iter(at_first)
                if passes(case, name, calls) and not list(calls):  # all were made
                    how = ", then ".join(at_first)
                    yield f"{case.name}, earlier ones {before}: {name} was {how}"


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda each: each.name)
def test_an_answer_that_is_wrong_at_first_stays_wrong(assignment: Assignment) -> None:
    found: list[str] = []
    earlier: set[str] = set()
    for question in assignment.questions:
        if not question.tests.exists():
            continue
        names = answers.run_cells(answers.code_cells(assignment, upto=question))
        for before in ("right", "wrong", "raise"):
            changed = {n: Changing(names[n], repeat(before)) for n in earlier}
            found += second_tries(question, {**names, **changed}, before)
        earlier |= set(functions_of(question, names))
    assert found == []
