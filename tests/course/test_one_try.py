"""No answer has two tries: one that is wrong at first has lost what looks at values.

Many tests look again: with stand-ins for earlier answers, or with another cache. An
answer that counts its calls would change its mind between two looks. Or it would end
itself when a call tells that the one before was wrong, to be asked anew.

A backward pass is an exception where its forward pass is wrong, or it raises an error
with that one's cache: then it is tried with others (docs/grading.md).
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

from homework.grading.grader import _complaint_before
from homework.questions import answers
from homework.questions.cases import Case, read_cases
from homework.questions.layout import Assignment, Question, Repository

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = [
    each for each in Repository(ROOT).assignments() if each.name != "pytorch_cnn"
]  # that one trains for minutes
CALLS = 8  # of a test, after each of which an answer dies
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


class Died(BaseException):
    """The end of the answer's process."""


class Changing:
    """A right answer that behaves otherwise in its first calls."""

    def __init__(self, function: Callable[..., Any], at_first: Iterator[str]) -> None:
        self.function, self.at_first = function, at_first
        self.asked: list[str] = []
        self.wrong: set[str] = set()
        update_wrapper(self, function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Answer, wrongly where this call is to be wrong."""
        how = next(self.at_first, "right")
        self.asked.append(repr((args, kwargs)))
        if how == "raise":
            raise ValueError("not at first")
        if how == "die":
            raise Died
        value = self.function(*args, **kwargs)
        if how == "wrong":
            value = made_wrong(value)
            parts = value if isinstance(value, tuple | list) else [value]
            self.wrong |= set(map(repr, parts))
        return value


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
            for at_first in AT_FIRST[: 1 if "_backward" in name else None]:
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
            asked = functions_of(question, names)
            if before == "right" or not any("_backward" in name for name in asked):
                found += second_tries(question, {**names, **changed}, before)
        earlier |= set(functions_of(question, names))
    assert found == []


def deaths_that_pay(question: Question, names: dict[str, Any]) -> Iterator[str]:
    """Name the tests that tell an answer it is wrong, and have not complained yet.

    They call it, after a wrong value, with what they would not give to a right answer,
    unless it is that value itself, as in a walk of many steps.
    """
    for case in read_cases(question.tests):
        for name in functions_of(question, names):
            right = Changing(names[name], iter(()))
            answers.run_case(question, case, {**names, name: right})
            for count in range(min(len(right.asked), CALLS)):
                at_first = [*repeat("right", count), "wrong", "die"]
                dying = Changing(names[name], iter(at_first))
                try:
                    answers.run_case(question, case, {**names, name: dying})
                except Died as death:
                    told = dying.asked != right.asked[: len(dying.asked)]
                    echo = any(each in dying.asked[-1] for each in dying.wrong)
                    if told and not echo and not _complaint_before(death):
                        yield f"{case.name}: {name} died after call {count + 1}"


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda each: each.name)
def test_nothing_tells_an_answer_that_it_is_wrong_before_it_has_lost(
    assignment: Assignment,
) -> None:
    found: list[str] = []
    for question in assignment.questions:
        if question.tests.exists():
            names = answers.run_cells(answers.code_cells(assignment, upto=question))
            found += deaths_that_pay(question, names)
    assert found == []
