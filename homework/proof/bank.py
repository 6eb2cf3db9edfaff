"""Right answers keep all points, wrong ones lose theirs, and each learns why."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from homework.law.complaints import Complaint, Found
from homework.law.evidence import Verdicts, rejected_is_caught, weigh
from homework.proof.findings import Findings
from homework.proof.hints import speaks_falsely, spoken
from homework.proof.seeds import VARIABLE
from homework.questions.answers import Answer, answers, verdicts
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Question

GOLDEN = "messages.txt"
MORE_SEEDS = range(1, 6)
# Three numbers in brackets, at least one with a point: values, not a shape or a place.
ARRAY = re.compile(r"\[(?=[^\]]*\d\.)\s*([-+]?[\d.]+(e[-+]?\d+)?[\s,]+){2,}[-+]?[\d.]")
QUOTED = re.compile(r"'[^'\n]*'")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")


def bank(assignment: Assignment, question: Question) -> Findings:
    """Put the answers of a question to its tests, and read what they bring."""
    accepted, rejected = (answers(question, kind) for kind in ("accepted", "rejected"))
    misconceptions = [answer for answer in rejected if answer.misconception]
    told: list[tuple[Answer, Verdicts]] = []
    found = [
        *weigh(assignment, question, hear=lambda *each: told.append(each)),
        *_other_draws(assignment, question, hear=lambda *each: told.append(each)),
    ]
    false = [each for pair in told for each in speaks_falsely(*pair)]
    found += dict.fromkeys(false)
    problems = [str(each) for each in (*found, *_messages(assignment, question))]
    return Findings(
        counts={
            "accepted": len(accepted),
            "rejected": len(rejected),
            "misconceptions": len(misconceptions),
            "hints": sum(1 for answer in misconceptions if answer.hint),
            "spoken": sum(1 for _, seen in told for _ in spoken(seen)),
            "false": len(false),
        },
        problems=problems,
        notes=[
            f"{answer.name} stands for a misconception, but has no HINT"
            for answer in misconceptions
            if not answer.hint
        ],
    )


def _other_draws(
    assignment: Assignment, question: Question, hear: Callable[[Answer, Verdicts], None]
) -> Found:
    """Put wrong answers to the hidden tests again, with other numbers drawn.

    Public tests draw the same numbers for everyone.
    """
    hidden = {case.name for case in read_cases(question.tests) if case.hidden}
    for answer in answers(question, "rejected"):
        if answer.caught_by in hidden:
            for seed in MORE_SEEDS:
                with mock.patch.dict(os.environ, {VARIABLE: str(seed)}):
                    only = {answer.caught_by}
                    seen = verdicts(assignment, question, answer.source, only)
                hear(answer, seen)
                yield from rejected_is_caught(answer, seen)


def messages(assignment: Assignment, question: Question) -> str:
    """Write down what a student reads for each rejected answer, test by test."""
    said = {case.name: case.message for case in read_cases(question.tests)}
    parts = [
        "What students read, answer by answer. `homework prove --messages` writes it.\n"
    ]
    for answer in answers(question, "rejected"):
        lines = [answer.name]
        with _repeatable():
            seen = verdicts(assignment, question, answer.source)
        for test, message in seen.items():
            if message:
                lines += [f"  {test}: {said[test]}", f"    {message}"]
        parts.append("\n".join(line.rstrip() for line in lines) + "\n")
    return "\n".join(parts)


@contextmanager
def _repeatable() -> Iterator[None]:
    """Seed also the generators that an answer makes without a seed."""
    make = np.random.default_rng

    def seeded(seed: Any = None) -> np.random.Generator:
        return make(0 if seed is None else seed)

    with mock.patch.object(np.random, "default_rng", seeded):
        yield


def _messages(assignment: Assignment, question: Question) -> Found:
    path = Path(question.folder, GOLDEN)
    known = path.read_text(encoding="utf-8") if path.exists() else ""
    now = messages(assignment, question)
    if _rough(known) != _rough(now):
        yield Complaint(
            str(path),
            "is not what students read now.",
            f"Run `homework prove {assignment.name} --messages`, and read the diff "
            "as a student would.",
        )
    for line in now.splitlines():
        if ARRAY.search(line):
            yield Complaint(
                str(path),
                f"shows a whole array: {line.strip()}",
                "Name one number and its place.",
            )


def _rough(text: str) -> str:
    """Leave out what differs from run to run.

    Some wrong answers draw numbers, processors round them, and which of several wrong
    names in a file comes first is not fixed.
    """
    return NUMBER.sub("#", QUOTED.sub("'#'", text))
