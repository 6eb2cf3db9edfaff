"""Grade a class: what the ledger has is kept, what another run does is left to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from homework.base.files import write_text
from homework.base.texts import to_json
from homework.classroom.ledger import Key, Ledger
from homework.classroom.releases import Part, weaknesses
from homework.classroom.shapes import Entry
from homework.grading.batch import GRADING, grade_each, result_path
from homework.grading.choice import choose
from homework.grading.engine import VERSION, Engine, Graded
from homework.grading.handed_in import HandedIn, SubmissionError
from homework.grading.package import Package
from homework.grading.sandbox.sandbox import Level

WAIT_S = 0.5  # for what another run has claimed


class Place(Protocol):
    """Where a part is graded: this machine, or a cluster."""

    package: Package
    level: Level

    def grade_each(
        self,
        submissions: Iterable[tuple[str, HandedIn]],
        tell: Callable[[str, Graded], None],
        ask: Callable[[], None],
    ) -> None:
        """Grade submissions by name.

        ``tell`` is told what is known of each; ``ask`` may raise what ends it.
        """

    def faults(self) -> list[str]:
        """Grade the canaries; return why no score can be trusted."""


class Here:
    """What grades on the machine of the command.

    Args:
        engine: of the part.
        part: the notebook and its tests.
        side_by_side: submissions at once.

    """

    def __init__(self, engine: Engine, part: Part, side_by_side: int) -> None:
        self.package, self.level = engine.package, engine.level
        self.engine, self._part, self._side_by_side = engine, part, side_by_side

    def grade_each(
        self,
        submissions: Iterable[tuple[str, HandedIn]],
        tell: Callable[[str, Graded], None],
        ask: Callable[[], None],
    ) -> None:
        """Grade several at once."""
        count = self._side_by_side
        grade_each(self.engine, submissions, side_by_side=count, tell=tell, ask=ask)

    def faults(self) -> list[str]:
        """Grade the canaries."""
        return list(weaknesses(self.engine, self._part, self._side_by_side))


@dataclass
class Work:
    """One part of a homework, graded for all entries.

    Attributes:
        part: the notebook and its tests.
        place: where it is graded.
        ledger: where results go.
        run: its number.
        out: where each submission's JSON goes.
        alone: whether the homework has no other part.
        tell: is called with an entry's name when its result is there.
        ask: is called between entries, and raises what should end the run.
        follows: by entry: another one, from whose result its own is made.

    """

    part: Part
    place: Place
    ledger: Ledger
    run: int
    out: Path
    alone: bool
    tell: Callable[[str], None] = lambda _: None
    ask: Callable[[], None] = lambda: None
    began: float = field(default_factory=time.time)
    keys: dict[str, Key] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)  # result by entry
    graded: set[str] = field(default_factory=set)  # by this run
    follows: dict[str, str] = field(default_factory=dict)

    def discard(self) -> None:
        """Remove the files of what this run found: it is not to be trusted."""
        for name in self.graded:
            result_path(self.out, name).unlink(missing_ok=True)

    def do(self, entries: Sequence[Entry]) -> None:
        """Grade until every entry has a result, here or by another run."""
        left = [entry for entry in entries if entry.path is not None]
        while left:
            before = len(self.done)
            self.place.grade_each(self._claimed(left), self._take, self.ask)
            left = [entry for entry in left if not self._is_known(entry.name)]
            if left and len(self.done) == before:
                self.ask()
                time.sleep(WAIT_S)

    def _read(self, entry: Entry) -> HandedIn | None:
        """Read what is graded and keep its digest; what cannot be read is done."""
        assert entry.path is not None
        name, package, level = self.part.name, self.place.package, self.place.level
        try:
            found = choose(
                entry.path, name, package.untouched, alone=self.alone, level=level
            )
        except SubmissionError as error:
            self.ask()  # Ctrl-C ends the reader too, which says nothing of what it read
            self._refuse(entry.name, str(error))
            return None
        if found is None:
            said = f"no notebook of {name} was found in what was handed in"
            self._refuse(entry.name, said)
            return None
        key = Key(name, found.digest, package.digest, VERSION, level.name)
        self.keys[entry.name] = key
        return found

    def _refuse(self, name: str, said: str) -> None:
        release, level = self.place.package.digest, self.place.level.name
        self.keys[name] = Key(self.part.name, "", release, VERSION, level)
        self._take(name, Graded(name, status=said))

    def _is_known(self, name: str) -> bool:
        """Whether there is a result; of two equal submissions one is graded."""
        if name not in self.done:
            found = self.ledger.find(self.keys[name], self.began)
            if found:
                self._finish(name, found.id)
        return name in self.done

    def _claimed(self, left: Sequence[Entry]) -> Iterator[tuple[str, HandedIn]]:
        """Read what has no result yet, one after another, and claim it."""
        taken: set[Key] = set()
        for entry in left:
            self.ask()
            name = entry.name
            found = None if name in self.keys else self._read(entry)
            key = self.keys[name]
            if self._is_known(name) or key in taken or name in self.follows:
                continue
            if self.ledger.claim(key, self.began):
                taken.add(key)
                # What another run had claimed was read a while ago, and not kept.
                if found := found or self._read(entry):
                    yield name, found

    def _take(self, name: str, graded: Graded) -> None:
        graded.submission = name
        record = graded.record(self.place.package, self.place.level)
        path = result_path(self.out, name)
        if not graded.status:
            write_record(path, record | {"status": GRADING})
            return
        number = self.ledger.add(self.run, self.keys[name], record)
        self.graded.add(name)
        self._finish(name, number)
        write_record(path, record)
        self.ask()

    def _finish(self, name: str, number: int) -> None:
        self.done[name] = number
        self.tell(name)


def write_record(path: Path, record: dict[str, Any]) -> None:
    """Write a submission's JSON."""
    write_text(path, to_json(record))
