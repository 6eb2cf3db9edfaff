"""Grade many submissions side by side."""

from __future__ import annotations

import hashlib
import os
import select
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.base.files import write_text
from homework.base.texts import to_json
from homework.grading.engine import (
    MOST_TRIES,
    WAS_ENDED,
    Engine,
    Graded,
    Running,
)
from homework.grading.handed_in import HandedIn

GRADING = "is being graded"
TICK_MS = 200
EVERY_S = 1.0  # what is known of one that takes longer is told
LONGEST_NAME = 200  # bytes, of a result's file


@dataclass
class _Slot:
    submission: Path | HandedIn
    name: str
    running: Running
    tries: int
    beside: bool  # whether others ran meanwhile
    before: Graded | None = None  # what it got then
    told: float = field(default_factory=time.monotonic)  # when, of what is known
    is_new: bool = False


def grade_each(
    engine: Engine,
    submissions: Iterable[tuple[str, Path | HandedIn]],
    *,
    side_by_side: int,
    tell: Callable[[str, Graded], None],
    ask: Callable[[], None] = lambda: None,
) -> None:
    """Grade submissions; nothing of one stays in memory when it is done.

    Args:
        engine: of the assignment.
        submissions: names, and what was read or where it lies; the next one is asked
            for when there is a place.
        side_by_side: how many at once.
        tell: is told what is known of a submission each second, and at the end; until
            then its status is empty.
        ask: is called all the time, and raises what should end the grading.

    """
    _Batch(engine, iter(submissions), tell, ask).run(side_by_side)


def grade_all(
    engine: Engine,
    submissions: dict[str, Path],
    out: Path,
    *,
    side_by_side: int,
    done: Callable[[str, dict[str, Any]], None] = lambda *_: None,
) -> dict[str, dict[str, Any]]:
    """Grade submissions; each has its JSON in ``out``, anew each second.

    Args:
        engine: of the assignment.
        submissions: paths by name.
        out: a folder.
        side_by_side: how many at once.
        done: is told the name and the record of each that is ready.

    Returns:
        The records by name, in the order of ``submissions``.

    """
    records: dict[str, dict[str, Any]] = {}

    def tell(name: str, graded: Graded) -> None:
        record = write_record(result_path(out, name), engine, graded)
        if graded.status:
            records[name] = record
            done(name, record)

    grade_each(engine, submissions.items(), side_by_side=side_by_side, tell=tell)
    return {name: records[name] for name in submissions}


def write_record(path: Path, engine: Engine, graded: Graded) -> dict[str, Any]:
    """Write what is known of a submission as JSON, and return it."""
    record = graded.record(engine.package, engine.level)
    record["status"] = record["status"] or GRADING
    write_text(path, to_json(record))
    return record


def result_path(out: Path, name: str) -> Path:
    """Return the file of a result: whatever the name and the system's encoding are."""
    data = name.replace("/", "_").encode("utf-8")
    if len(data) > LONGEST_NAME:
        digest = hashlib.sha256(data).hexdigest()[:16].encode()
        short = data[:LONGEST_NAME].decode("utf-8", "ignore").encode()
        data = short + b"-" + digest
    return out / os.fsdecode(data + b".json")


@dataclass
class _Batch:
    """Submissions that wait and run.

    What was stopped beside others by the clock on the wall, and had hardly had the
    processor, is graded once more, alone, at the end, and keeps the better score. What
    has used its seconds would use them alone too, so an endless one costs no more time.
    """

    engine: Engine
    waiting: Iterator[tuple[str, Path | HandedIn]]
    tell: Callable[[str, Graded], None]
    ask: Callable[[], None]
    again: deque[tuple[str, Path | HandedIn, int]] = field(default_factory=deque)
    alone: deque[tuple[str, Path | HandedIn, Graded]] = field(default_factory=deque)
    slots: dict[int, _Slot] = field(default_factory=dict)

    def run(self, side_by_side: int) -> None:
        """Grade until nothing waits or runs."""
        poll = select.poll()
        while True:
            self.ask()
            while len(self.slots) < side_by_side and (following := self._next()):
                self._begin(poll, *following)
            if not self.slots:
                if not self.alone:
                    return
                name, submission, before = self.alone.popleft()
                self._begin(poll, name, submission, MOST_TRIES, before)
            for descriptor, _ in poll.poll(TICK_MS):
                self._advance(descriptor, poll)
            for slot in self.slots.values():
                self._look_after(slot)

    def _look_after(self, slot: _Slot) -> None:
        now = time.monotonic()
        if now > slot.running.ends:
            slot.running.stop()
        elif slot.is_new and not slot.before and now > slot.told + EVERY_S:
            slot.told, slot.is_new = now, False
            self.tell(slot.name, slot.running.graded)

    def _next(self) -> tuple[str, Path | HandedIn, int] | None:
        for name, submission in self.waiting:
            return name, submission, 1
        return self.again.popleft() if self.again else None

    def _begin(
        self,
        poll: select.poll,
        name: str,
        submission: Path | HandedIn,
        tries: int,
        before: Graded | None = None,
    ) -> None:
        try:
            begun = self.engine.begin(submission)
        except Exception as error:  # whatever it is, it is this submission's
            begun = Graded(name, _went_wrong(error))
        if isinstance(begun, Graded):
            self.tell(name, before or begun)
            return
        for slot in self.slots.values():
            slot.beside = True
        beside = bool(self.slots)
        self.slots[begun.fileno()] = _Slot(
            submission, name, begun, tries, beside, before
        )
        poll.register(begun, select.POLLIN)

    def _advance(self, descriptor: int, poll: select.poll) -> None:
        slot = self.slots[descriptor]
        graded = slot.running.graded
        try:
            is_over = slot.running.advance()
        except Exception as error:  # as above
            slot.running.stop()
            graded.status = _went_wrong(error)
            is_over = True
        if not is_over:
            slot.is_new = bool(graded.questions) and not graded.status
            return
        poll.unregister(descriptor)
        del self.slots[descriptor]
        slot.running.close()
        if graded.status == WAS_ENDED and slot.tries < MOST_TRIES:
            self.again.append((slot.name, slot.submission, slot.tries + 1))
        elif graded.is_graded and graded.starved and slot.beside:
            self.alone.append((slot.name, slot.submission, graded))
        else:
            self.tell(slot.name, _better(graded, slot.before))


def _better(graded: Graded, before: Graded | None) -> Graded:
    if before and not (graded.is_graded and graded.score > before.score):
        return before
    return graded


def _went_wrong(error: Exception) -> str:
    return f"not graded: {type(error).__name__}: {error}".rstrip(": ")
