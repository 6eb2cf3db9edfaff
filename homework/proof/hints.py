"""Whether the hints that wrong answers bring are true of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from homework.law.complaints import Complaint, Found
from homework.questions.answers import Answer

MARK = re.compile(r"Hint: (.+?)(?= Hint: |$)", re.DOTALL)
Verdicts = Mapping[str, str | None]


def spoken(seen: Verdicts) -> Iterator[tuple[str, str]]:
    """Yield each hint that the tests gave, with the name of the test."""
    for test, message in seen.items():
        for hint in MARK.findall(message or ""):
            yield test, hint


def false_hints(ideas: Collection[str], seen: Verdicts) -> Iterator[tuple[str, str]]:
    """Yield the hints that are not among the ideas that are true of an answer.

    An idea may also stand in the complaint before the hint.
    """
    for test, hint in spoken(seen):
        if not any(idea in (seen[test] or "") for idea in ideas):
            yield test, hint


def speaks_falsely(answer: Answer, seen: Verdicts) -> Found:
    """Yield a complaint for each hint that is not known to be true of an answer."""
    for test, hint in false_hints(answer.ideas, seen):
        yield Complaint(
            str(answer.path),
            f"is told by {test}: {hint}",
            "Add a phrase of it to TRUE if it is true of this answer; "
            "else teach the check to tell this mistake from the one it means.",
        )
