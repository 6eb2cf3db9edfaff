"""Grade many submissions side by side, and go on where an earlier run was stopped."""

from __future__ import annotations

import csv
import io
import json
import select
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.grading.engine import (
    MOST_TRIES,
    VERSION,
    WAS_ENDED,
    Engine,
    Graded,
    Running,
)
from homework.grading.handed_in import SubmissionError
from homework.grading.reader import read

SUFFIXES = (".ipynb", ".zip")
GRADING = "is being graded"
TICK_MS = 200


@dataclass
class _Slot:
    path: Path
    name: str
    running: Running
    tries: int


def find(sources: Iterable[Path]) -> dict[str, Path]:
    """Find submissions: notebooks, zips, and what lies in folders of them.

    Returns:
        The path of each, by a name of its own.

    Raises:
        HomeworkError: when a source is not there, or holds nothing.

    """
    paths: list[Path] = []
    for source in sources:
        if not source.exists():
            raise HomeworkError(source, "does not exist.", "Name a file or a folder.")
        inside = sorted(source.iterdir()) if source.is_dir() else []
        found = [each for each in inside if _is_submission(each)] or [source]
        if source.is_dir() and found == [source]:
            raise HomeworkError(
                source, "holds no submission.", "Put notebooks or zips into it."
            )
        paths += found
    stems = [path.stem for path in paths]
    named: dict[str, Path] = {}
    for path in paths:
        name = path.stem if stems.count(path.stem) == 1 else path.name
        while name in named:
            name += "_"
        named[name] = path
    return named


def _is_submission(path: Path) -> bool:
    if path.name.startswith((".", "__")):
        return False
    inside = path.rglob("*.ipynb") if path.is_dir() else ()
    return path.suffix in SUFFIXES or any(inside)


def grade_all(
    engine: Engine,
    submissions: dict[str, Path],
    out: Path,
    *,
    side_by_side: int,
    done: Callable[[str, dict[str, Any]], None] = lambda *_: None,
) -> dict[str, dict[str, Any]]:
    """Grade submissions; each has its JSON in ``out`` after every question.

    Args:
        engine: of the assignment.
        submissions: paths by name.
        out: a folder; what it holds of the same submission, zip and engine is kept.
        side_by_side: how many at once.
        done: is told the name and the record of each that is ready.

    Returns:
        The records by name, in the order of ``submissions``.

    """
    out.mkdir(parents=True, exist_ok=True)
    batch = _Batch(engine, out, done)
    for name, path in submissions.items():
        if kept := _kept(out / f"{name}.json", path, engine):
            batch.ready(name, kept)
        else:
            batch.waiting.append((name, path, 1))
    batch.run(side_by_side)
    return {name: batch.records[name] for name in submissions}


@dataclass
class _Batch:
    """Submissions that wait, run and are ready."""

    engine: Engine
    out: Path
    done: Callable[[str, dict[str, Any]], None]
    waiting: deque[tuple[str, Path, int]] = field(default_factory=deque)
    slots: dict[int, _Slot] = field(default_factory=dict)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)

    def run(self, side_by_side: int) -> None:
        """Grade until nothing waits or runs."""
        poll = select.poll()
        while self.waiting or self.slots:
            while self.waiting and len(self.slots) < side_by_side:
                self._begin(poll)
            for descriptor, _ in poll.poll(TICK_MS):
                self._advance(descriptor, poll)
            for slot in self.slots.values():
                if time.monotonic() > slot.running.ends:
                    slot.running.stop()

    def _begin(self, poll: select.poll) -> None:
        name, path, tries = self.waiting.popleft()
        begun = self.engine.begin(path)
        if isinstance(begun, Graded):
            self.ready(name, self._write(name, begun))
            return
        self.slots[begun.fileno()] = _Slot(path, name, begun, tries)
        poll.register(begun, select.POLLIN)

    def _advance(self, descriptor: int, poll: select.poll) -> None:
        slot = self.slots[descriptor]
        graded = slot.running.graded
        before = len(graded.questions)
        if not slot.running.advance():
            if len(graded.questions) > before:
                self._write(slot.name, graded)
            return
        poll.unregister(descriptor)
        del self.slots[descriptor]
        slot.running.close()
        if graded.status == WAS_ENDED and slot.tries < MOST_TRIES:
            self.waiting.append((slot.name, slot.path, slot.tries + 1))
        else:
            self.ready(slot.name, self._write(slot.name, graded))

    def _write(self, name: str, graded: Graded) -> dict[str, Any]:
        record = graded.record(self.engine.package, self.engine.level)
        record["status"] = record["status"] or GRADING
        text = json.dumps(record, indent=1, ensure_ascii=False)
        write_text(self.out / f"{name}.json", text + "\n")
        return record

    def ready(self, name: str, record: dict[str, Any]) -> None:
        """Keep a record, and tell."""
        self.records[name] = record
        self.done(name, record)


def _kept(path: Path, submission: Path, engine: Engine) -> dict[str, Any] | None:
    """Return an earlier record, when nothing that it depends on has changed."""
    if not path.exists():
        return None
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        assignment = engine.package.assignment
        digest = read(submission, assignment, level=engine.level).digest
    except (ValueError, OSError, SubmissionError):
        return None
    same = (
        record.get("digest") == digest
        and record.get("release") == engine.package.digest
        and record.get("engine") == VERSION
        and record.get("level") == engine.level.name
        and record.get("status") == "graded"
    )
    return record if same else None


def scores_csv(records: dict[str, dict[str, Any]], questions: Sequence[str]) -> str:
    """Render one line a submission: status, total, and every question's score."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["submission", "status", "score", "possible", *questions])
    for name, record in records.items():
        total = [record["score"], record["possible"]]
        writer.writerow([name, record["status"], *total, *scores(record, questions)])
    return stream.getvalue()


def scores(record: dict[str, Any], questions: Sequence[str]) -> Iterator[Any]:
    """Yield the scores of questions; ``None`` for all where there is no score."""
    for question in questions:
        scored = (
            record["questions"].get(question) if record["score"] is not None else None
        )
        yield scored["score"] if scored else None
