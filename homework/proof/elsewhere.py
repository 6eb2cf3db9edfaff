"""Right answers with another NumPy and another torch than the pinned ones."""

from __future__ import annotations

import importlib.metadata
import json
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from homework.base.files import write_text
from homework.base.jobs import Stopped, run_jobs
from homework.law.check import prepare
from homework.proof.prove import SECONDS_A_TASK, judge
from homework.proof.record import FOLDER, Task, tasks_of
from homework.questions.layout import Assignment, Repository

NOTES = FOLDER / "versions.json"
Note = dict[str, Any]


def versions() -> str:
    """Name what students' code runs on here."""
    libraries = ", ".join(f"{name} {_version(name)}" for name in ("numpy", "torch"))
    return f"Python {platform.python_version()}, {libraries}"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def run_here(
    repository: Repository,
    assignments: Sequence[Assignment],
    *,
    begin: Callable[[int], None] = lambda _: None,
    done: Callable[[Task], None] = lambda _: None,
) -> list[str]:
    """Run solutions and accepted answers under all seeds, and note the outcome.

    Returns:
        Where a right answer lost a point, a sentence each.

    """
    wanted = [
        task
        for each in (assignment.finished for assignment in assignments)
        for question in each.questions
        if question.tests.exists()
        for task in tasks_of(each, question)
        if task.part == "seeds"
    ]
    begin(len(wanted))
    prepare()
    found = run_jobs(
        judge, wanted, limit=SECONDS_A_TASK, done=lambda task, _: done(task)
    )
    runs, lost = 0, []
    for task, result in zip(wanted, found, strict=True):
        if isinstance(result, Stopped):
            lost.append(f"{task.key} {result.why}.")
        else:
            runs += result[1].counts.get("runs", 0)
            lost += result[1].problems
    lost = [each.replace(f"{repository.root}/", "") for each in lost]
    note(repository, versions(), {"runs": runs, "lost": lost})
    return lost


def note(repository: Repository, where: str, found: Note) -> None:
    """Add what was found with some versions to what is known of them."""
    path = repository.root / NOTES
    notes = read_notes(path)
    notes[where] = notes.get(where, {}) | found
    write_text(path, json.dumps(notes, indent=1, sort_keys=True) + "\n")


def read_notes(path: Path) -> dict[str, Note]:
    """Read what was noted about other versions; nothing when there is no file."""
    if not path.exists():
        return {}
    notes: dict[str, Note] = json.loads(path.read_text(encoding="utf-8"))
    return notes
