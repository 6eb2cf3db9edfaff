"""Grade many submissions side by side, and go on where an earlier run was stopped."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import select
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.files import remove_unfinished, write_text
from homework.base.texts import cell, name_of, to_json
from homework.grading.engine import (
    MOST_TRIES,
    VERSION,
    WAS_ENDED,
    Engine,
    Graded,
    Running,
)
from homework.grading.handed_in import NOTEBOOKS, SubmissionError
from homework.grading.reader import read

ENDINGS = (*NOTEBOOKS, ".zip")
# What systems and platforms leave in a folder; it is named, and no submission.
LITTER = (
    *(".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints"),
    *(".git", ".gitignore", ".gitkeep", "submission_metadata.yml"),
)
GRADING = "is being graded"
TICK_MS = 200
LONGEST_NAME = 200  # bytes, of a result's file


@dataclass
class _Slot:
    path: Path
    name: str
    running: Running
    tries: int


@dataclass
class Found:
    """The entries of what was named: each is graded, or has a row that says why not.

    Attributes:
        submissions: the path of each, by a name of its own.
        notes: sentences about names and about what was passed over.

    """

    submissions: dict[str, Path] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def find(sources: Iterable[Path], out: Path | None = None) -> Found:
    """Find submissions: notebooks, zips, and every entry of folders of them.

    Args:
        sources: files, and folders whose entries are submissions.
        out: the folder for results, which is no submission where it lies in a source.

    Raises:
        HomeworkError: when a source is not there, or holds nothing.

    """
    paths: list[Path] = []
    found = Found()
    for source in sources:
        try:
            paths += _entries(source, out, found.notes)
        except OSError as error:
            raise HomeworkError(
                source, f"cannot be read: {error.strerror}.", "Name another."
            ) from error
    stems = Counter(map(_stem, paths))
    for path in paths:
        name = _stem(path) if stems[_stem(path)] == 1 else name_of(path)
        while name in found.submissions:
            name += "_"
        found.submissions[name] = path
    found.notes += [
        f"Several entries are called {stem}: they are listed by their whole names."
        for stem, count in stems.items()
        if count > 1
    ]
    return found


def _entries(source: Path, out: Path | None, notes: list[str]) -> list[Path]:
    if not os.path.lexists(source):
        raise HomeworkError(source, "does not exist.", "Name a file or a folder.")
    if not source.is_dir():
        return [source]
    inside = [each for each in sorted(source.iterdir()) if not _is_same(each, out)]
    if litter := [each.name for each in inside if each.name in LITTER]:
        notes.append(f"Passed over: {', '.join(litter)}.")
    found = [each for each in inside if each.name not in LITTER]
    if not any(map(_may_be_graded, found)):
        raise HomeworkError(
            source, "holds no submission.", "Put notebooks or zips into it."
        )
    return found


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and path.resolve() == other.resolve()


def _may_be_graded(path: Path) -> bool:
    """Whether there is a notebook or a zip in it, as far as names tell."""
    each = path.rglob("*") if path.is_dir() else [path]
    return any(name_of(file).lower().endswith(ENDINGS) for file in each)


def _stem(path: Path) -> str:
    """Return the name without its ending; a folder's dots are no ending."""
    name = name_of(path)
    if path.is_dir():
        return name
    return next(
        (name[: -len(end)] for end in ENDINGS if name.lower().endswith(end)), name
    )


def _result(out: Path, name: str) -> Path:
    """Return the file of a result: whatever the name and the system's encoding are."""
    data = name.encode("utf-8")
    if len(data) > LONGEST_NAME:
        digest = hashlib.sha256(data).hexdigest()[:16].encode()
        short = data[:LONGEST_NAME].decode("utf-8", "ignore").encode()
        data = short + b"-" + digest
    return out / os.fsdecode(data + b".json")


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
    batch = _Batch(engine, out, done)
    try:
        out.mkdir(parents=True, exist_ok=True)
        remove_unfinished(out)
        for name, path in submissions.items():
            if kept := _kept(_result(out, name), path, engine):
                batch.ready(name, kept)
            else:
                batch.waiting.append((name, path, 1))
        batch.run(side_by_side)
    except KeyboardInterrupt:
        pass  # what is ready is enough to go on from
    except OSError as error:  # of the results: those of submissions are their status
        raise HomeworkError(
            out,
            f"cannot be written: {error.strerror}.",
            "Make room or name another folder with -o, and run the command again.",
        ) from error
    return {name: batch.records[name] for name in submissions if name in batch.records}


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
        try:
            begun = self.engine.begin(path)
        except Exception as error:  # whatever it is, it is this submission's
            begun = Graded(name_of(path), _went_wrong(error))
        if isinstance(begun, Graded):
            self.ready(name, self._write(name, begun))
            return
        self.slots[begun.fileno()] = _Slot(path, name, begun, tries)
        poll.register(begun, select.POLLIN)

    def _advance(self, descriptor: int, poll: select.poll) -> None:
        slot = self.slots[descriptor]
        graded = slot.running.graded
        before = len(graded.questions)
        try:
            is_over = slot.running.advance()
        except Exception as error:  # as above
            slot.running.stop()
            graded.status = _went_wrong(error)
            is_over = True
        if not is_over:
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
        write_text(_result(self.out, name), to_json(record))
        return record

    def ready(self, name: str, record: dict[str, Any]) -> None:
        """Keep a record, and tell."""
        self.records[name] = record
        self.done(name, record)


def _went_wrong(error: Exception) -> str:
    return f"not graded: {type(error).__name__}: {error}".rstrip(": ")


def _kept(path: Path, submission: Path, engine: Engine) -> dict[str, Any] | None:
    """Return an earlier record, when nothing that it depends on has changed."""
    if not path.exists():
        return None
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        package = engine.package
        digest = read(
            submission, package.assignment, package.untouched, level=engine.level
        ).digest
    except (ValueError, OSError, SubmissionError):
        return None
    same = isinstance(record, dict) and (
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
        row = [name, record["status"], *total, *scores(record, questions)]
        writer.writerow(map(cell, row))
    return stream.getvalue()


def scores(record: dict[str, Any], questions: Sequence[str]) -> Iterator[Any]:
    """Yield the scores of questions; ``None`` for all where there is no score."""
    for question in questions:
        scored = (
            record["questions"].get(question) if record["score"] is not None else None
        )
        yield scored["score"] if scored else None
