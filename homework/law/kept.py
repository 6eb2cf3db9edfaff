"""Which questions' answers were judged before, as they are now, without a complaint."""

from __future__ import annotations

import json
import platform
from contextlib import suppress
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.questions.digests import digest, files, inputs, tools
from homework.questions.layout import Assignment, Question

MADE_BY = ("law/evidence.py", "law/kept.py")
ANSWERS = ("accepted/*.py", "rejected/*.py")


def rests_on(assignment: Assignment, question: Question) -> str:
    """Digest all that the verdicts on a question's answers rest on.

    Returns:
        Hexadecimal digits; "" when a file cannot be read, which is for others to say.

    """
    with suppress(HomeworkError, OSError, ValueError):
        python = ("python", platform.python_version().encode())
        draft = ("draft", str(question.is_draft).encode())  # fewer laws hold
        own = digest((python, draft, *files(question, ANSWERS)))
        return (own + digest(inputs(assignment, question)) + tools(MADE_BY)).hex()
    return ""


class Kept:
    """A record in ``build/``, which git ignores: by question, what it rested on."""

    def __init__(self, assignment: Assignment) -> None:
        """Read what there is; what cannot be read was not judged."""
        build = assignment.folder.parent.parent / "build"
        self._path = build / "check" / f"{assignment.name}.json"
        self._known = _read(self._path)

    def has(self, question: Question, rested_on: str) -> bool:
        """Say whether nothing changed since a question's answers were judged."""
        return bool(rested_on) and self._known.get(question.name) == rested_on

    def add(self, question: Question, rested_on: str) -> None:
        """Keep that the answers of a question brought no complaint."""
        self._known[question.name] = rested_on
        write_text(self._path, json.dumps(self._known, indent=1, sort_keys=True) + "\n")


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
