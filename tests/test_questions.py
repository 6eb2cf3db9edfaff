"""Every answer in the repository gets the verdict that its folder promises.

`homework check` weighs the same evidence for one seed; here every answer meets three,
because nobody must lose or win points by the numbers that are drawn. Public tests draw
from seeds of their own: once is enough for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from homework.answers import Answer, answers, stub_source, verdicts
from homework.cases import read_cases
from homework.layout import Assignment, Question, Repository

SEEDS = ("0", "1", "2")


def _autograded() -> Iterator[tuple[Assignment, Question]]:
    for assignment in Repository.find(Path(__file__)).assignments():
        for question in assignment.questions:
            if question.tests.exists():
                yield assignment, question


def _questions(name: str) -> list[object]:
    return [
        pytest.param(
            assignment, question, id=f"{assignment.name}/{question.name}/{name}"
        )
        for assignment, question in _autograded()
    ]


def _answers(verdict: str) -> list[object]:
    return [
        pytest.param(
            assignment, answer, id=f"{assignment.name}/{question.name}/{answer.name}"
        )
        for assignment, question in _autograded()
        for answer in answers(question, verdict)
    ]


def _hidden(question: Question) -> set[str]:
    return {case.name for case in read_cases(question.tests) if case.hidden}


def _failures(
    assignment: Assignment,
    question: Question,
    source: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, str]:
    """Run all tests, and the hidden ones once for every seed."""
    failures: dict[str, str] = {}
    for seed in SEEDS:
        monkeypatch.setenv("HOMEWORK_SEED", seed)
        only = None if seed == SEEDS[0] else _hidden(question)
        for name, message in verdicts(assignment, question, source, only).items():
            if message is not None:
                failures[f"{name}, seed {seed}"] = message
    return failures


@pytest.mark.parametrize(("assignment", "question"), _questions("solution"))
def test_the_solution_passes_every_test(
    assignment: Assignment, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _failures(assignment, question, None, monkeypatch) == {}


@pytest.mark.parametrize(("assignment", "answer"), _answers("accepted"))
def test_a_right_answer_passes_every_test(
    assignment: Assignment, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _failures(assignment, answer.question, answer.source, monkeypatch)
    assert found == {}


@pytest.mark.parametrize(("assignment", "question"), _questions("stub"))
def test_the_untouched_notebook_fails_every_test(
    assignment: Assignment, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMEWORK_SEED", SEEDS[0])
    found = verdicts(assignment, question, stub_source(question))
    assert [name for name, message in found.items() if message is None] == []


@pytest.mark.parametrize(("assignment", "answer"), _answers("rejected"))
def test_a_wrong_answer_is_caught_with_its_hint(
    assignment: Assignment, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught_by, hint = answer.caught_by, answer.hint or ""
    assert caught_by is not None
    for seed in SEEDS if caught_by in _hidden(answer.question) else SEEDS[:1]:
        monkeypatch.setenv("HOMEWORK_SEED", seed)
        found = verdicts(assignment, answer.question, answer.source, {caught_by})
        message = found[caught_by]
        assert message is not None, f"passes with seed {seed}"
        assert hint in message, f"brings another hint with seed {seed}"
