"""`homework grade`: from what a platform gave to a table of scores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homework.base.errors import HomeworkError
from homework.base.files import remove_unfinished, write_text
from homework.base.interrupts import heard
from homework.base.jobs import processors
from homework.base.scratch import Scratch
from homework.base.texts import name_of, one_line
from homework.classroom.changed import made_of
from homework.classroom.ledger import PUBLISHED, STOPPED, WITHHELD, Ledger
from homework.classroom.people import Roster, read_roster
from homework.classroom.releases import Part, parts
from homework.classroom.rows import Row, changes, count, row, scores_csv
from homework.classroom.seat import make_order
from homework.classroom.shapes import Entry, Found, counting, find, keys, with_roster
from homework.classroom.work import Here, Place, Work, write_record
from homework.grading.batch import result_path
from homework.grading.engine import Engine
from homework.grading.orders import Times
from homework.grading.package import unpack
from homework.grading.sandbox.sandbox import (
    AS_ROOT,
    READS_ROOTS,
    Level,
    Limits,
    SandboxError,
    strongest,
)

if TYPE_CHECKING:
    from rich.console import Console

MOST_ROWS = 60  # of the table; the CSV has all
# Where another user cannot read this Python, which is root's.
WARNINGS = {
    READS_ROOTS: "Warning: submissions could read root's files and other submissions.",
    AS_ROOT: "Warning: submissions ran as root, and could read and change root's files "
    "and other submissions.",
}
REMEDY = "Use --level fenced, or a Python that all users can read, for example in /opt."
ALL_WELL, FOUND, CANNOT = 0, 1, 2


@dataclass
class Call:
    """What the command was asked for.

    Attributes:
        sources: notebooks, zips, folders, or what a platform gave.
        archive: the zip for Gradescope.
        out: the folder for results.
        settings: what is said of grading, by name: ``times`` and ``limits``.
        roster: a CSV of who is in the class.
        jobs: submissions at once; by default one a processor.
        level: the sandbox's name; by default the strongest.
        cluster: address of a Dask scheduler, whose workers grade.

    """

    sources: Sequence[str]
    archive: Path
    out: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    roster: Path | None = None
    jobs: int | None = None
    level: str | None = None
    cluster: str | None = None


def run(call: Call, console: Console) -> int:
    """Grade, show the scores, and return the exit code.

    Returns:
        0 when every entry has a score, 1 when one has none or the run was stopped, 2
        when nothing is published because a canary has a wrong score.

    Raises:
        HomeworkError: when a source, the zip, OUT or the level is not to be had.

    """
    if os.path.lexists(call.out) and not call.out.is_dir():
        raise HomeworkError(
            call.out, "is a file.", "Name a folder for results with -o."
        )
    roster = read_roster(call.roster) if call.roster else None
    with (
        Scratch("homework-class-") as scratch,
        sentences(call.out),
    ):
        graded_by = parts(call.archive, _folder(scratch, "release"))
        names = [part.name for part in graded_by]
        sources = map(Path, call.sources)
        found = find(sources, names, _folder(scratch, "class"), call.out)
        for said in (*found.took, *found.notes):
            console.print(one_line(said), markup=False, soft_wrap=True)
        with Ledger(call.out, named(call.archive, names)) as ledger:
            remove_unfinished(call.out)
            return Run(call, console, ledger, graded_by, found, roster).do()


def _folder(scratch: Path, name: str) -> Path:
    path = scratch / name
    path.mkdir()
    return path


def named(archive: Path, names: Sequence[str]) -> str:
    """Return how a ledger calls an assignment."""
    return names[0] if len(names) == 1 else f"{archive.stem} ({' and '.join(names)})"


@contextmanager
def sentences(out: Path) -> Iterator[None]:
    """Say what cannot be read or written, and what to do about it."""
    try:
        yield
    except OSError as error:
        raise HomeworkError(
            error.filename or out,
            f"cannot be written: {error.strerror}.",
            "Make space or permission, and run the same command again: "
            "what is graded is kept.",
        ) from error


class Run:
    """One call of the command."""

    def __init__(
        self,
        call: Call,
        console: Console,
        ledger: Ledger,
        graded_by: Sequence[Part],
        found: Found,
        roster: Roster | None,
    ) -> None:
        self.call, self.console, self.ledger = call, console, ledger
        self.parts = graded_by
        self.entries: list[Entry] = (
            list(with_roster(found.entries, roster)) if roster else found.entries
        )
        self.works: list[Work] = []
        self.questions: list[str] = []
        self.layers: set[str] = set()

    def do(self) -> int:
        """Grade all parts, and publish unless a canary has a wrong score."""
        run = self._begin()
        stopped = False
        try:
            for part in self.parts:
                wrong = self._grade(part, run)
                if wrong:
                    return self._withhold(run, part, wrong)
        except KeyboardInterrupt:
            stopped = True
        rows = self._rows(write=True)
        table = scores_csv(rows, self.questions)
        write_text(self.call.out / "scores.csv", table)
        if stopped:
            self.ledger.end(run, STOPPED)
            graded = sum(each.is_graded for each in rows)
            said = f"stopped: {graded} of {len(rows)} are graded"
            self._say(f"{said}; run the same command to go on")
            return FOUND
        before = self.ledger.latest()
        old = self.ledger.scores(before) if before is not None else None
        self._publish(run, rows)
        self._show(rows, old)
        return ALL_WELL if all(each.is_graded for each in rows) else FOUND

    def _begin(self) -> int:
        sources = [str(Path(source).absolute()) for source in self.call.sources]
        return self.ledger.begin(sources)

    def _say(self, text: str) -> None:
        self.console.print(one_line(text), markup=False, soft_wrap=True)

    def _grade(self, part: Part, run: int) -> list[str]:
        """Grade all entries by one part, between its canaries; return their faults."""
        with _place(part, self.call, self._say) as place:
            self.ledger.remember(place.package.digest, made_of(part.archive))
            work = self._work(part, place, run)
            self.works.append(work)
            questions = place.package.questions
            prefix = "" if self._is_alone else f"{part.name}/"
            self.questions += [prefix + name for name in questions]
            # Of one, the last canaries tell as much, and nobody waits for the first.
            if len(self.entries) > 1 and (wrong := place.faults()):
                return wrong
            with heard() as work.ask, self._progress(part.name) as work.tell:
                work.do(self.entries)
            return place.faults()

    def _work(self, part: Part, place: Place, run: int) -> Work:
        return Work(part, place, self.ledger, run, self._out_of(part), self._is_alone)

    @property
    def _is_alone(self) -> bool:
        return len(self.parts) == 1

    def _out_of(self, part: Part) -> Path:
        return self.call.out if self._is_alone else self.call.out / part.name

    def _withhold(self, run: int, part: Part, wrong: Sequence[str]) -> int:
        """Publish nothing: the grader cannot be trusted on this machine today."""
        self.ledger.end(run, WITHHELD)
        for work in self.works:
            work.discard()
        for each in wrong:
            self._say(f"{part.name}: {each}")
        self._say(
            "No score is published. Build the zip again with `homework release`, or "
            "look for what this machine has of other versions, and grade again."
        )
        return CANNOT

    def _rows(self, *, write: bool) -> list[Row]:
        losers: dict[str, dict[str, str]] = {}
        for (name, key), best in counting(self.entries).items():
            losers.setdefault(name, {})[key] = best
        return [
            row(entry, self._records(entry, write), losers.get(entry.name, {}))
            for entry in self.entries
        ]

    def _records(self, entry: Entry, write: bool) -> dict[str, dict[str, Any]]:
        """Read what an entry got, and write it as JSON with who it is of."""
        found = {}
        for work in self.works:
            number = work.done.get(entry.name)
            if number is None:
                continue
            record = self.ledger.record(number)
            record["submission"] = name_of(entry.source)
            found[work.part.name] = record
            self.layers.update([", ".join(record["layers"])])
            if write:
                path = result_path(work.out, entry.name)
                write_record(path, record | _about(entry))
        return found

    def _publish(self, run: int, rows: Sequence[Row], state: str = PUBLISHED) -> None:
        self.ledger.publish(
            run,
            [
                (
                    each.entry.name,
                    _about(each.entry)
                    | {
                        "keys": keys(each.entry),
                        "status": each.status,
                        "instead": each.instead,
                        "remarks": each.remarks,
                    },
                )
                for each in rows
            ],
            [
                (name, work.part.name, number)
                for work in self.works
                for name, number in work.done.items()
            ],
            state,
        )

    def _show(self, rows: Sequence[Row], old: dict[str, float | None] | None) -> None:
        from rich.table import Table
        from rich.text import Text

        short = [name.rpartition("/")[2].partition("_")[0] for name in self.questions]
        table = Table("submission", *short, "total")
        for each in rows[:MOST_ROWS]:
            points = [each.questions.get(name) for name in self.questions]
            cells = ["" if each is None else f"{each:g}" for each in points]
            total = "" if each.score is None else f"{each.score:g}"
            table.add_row(Text(each.entry.name), *cells, total)
        self.console.print(table)
        scores = self.call.out / "scores.csv"
        if len(rows) > MOST_ROWS:
            self._say(f"{MOST_ROWS} of {len(rows)} are shown; all are in {scores}")
        for each in rows:
            if not each.is_graded:
                self._say(f"{each.entry.name}: {each.status}")
            for key, best in each.instead.items():
                self._say(f"{each.entry.name}: for {key}, {best} counts instead")
        graded = sum(len(work.graded) for work in self.works)
        kept = sum(len(work.done) for work in self.works) - graded
        for said in changes(rows, graded, kept, old):
            self._say(said)
        if layers := sorted(self.layers - {""}):
            self._say(f"Sandbox: {'; '.join(layers)}")
        for layer, warning in WARNINGS.items():
            if any(layer in layers for layers in self.layers):
                self._say(f"{warning} {REMEDY}")
        self._say(f"{count(rows)}. All are in {scores}")

    @contextmanager
    def _progress(self, name: str) -> Iterator[Callable[[str], None]]:
        total = sum(entry.path is not None for entry in self.entries)
        if total < 2 or not self.console.is_terminal:
            yield lambda _: None
            return
        from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn())
        with Progress(
            *columns, TimeRemainingColumn(), console=self.console, transient=True
        ) as shown:
            task = shown.add_task(name, total=total)
            yield lambda _: shown.advance(task)


def _about(entry: Entry) -> dict[str, Any]:
    """Return who a submission is of, as plain values."""
    when = entry.submitted
    return {
        "people": [asdict(person) for person in entry.people],
        "platform_id": entry.platform_id,
        "submitted": when.isoformat() if when else None,
        "late": entry.late,
    }


@contextmanager
def _place(part: Part, call: Call, say: Callable[[str], None]) -> Iterator[Place]:
    """Make ready what grades a part: this machine, or a cluster."""
    if call.cluster is None:
        with _engine(part.archive, call) as engine:
            yield Here(engine, part, call.jobs or processors())
        return
    from homework.classroom.cluster import Cluster

    level = _level(call.level) or strongest()
    settings = call.settings
    order = make_order(level, settings.get("times"), settings.get("limits"))
    with Scratch("homework-cluster-") as scratch:
        package = unpack(part.archive, _folder(scratch, "release"))
        cluster = Cluster(
            *(call.cluster, part, package, level, order),
            *(_folder(scratch, "handed_in"), say),
        )
        try:
            yield cluster
        finally:
            cluster.close()


@contextmanager
def _engine(archive: Path, call: Call) -> Iterator[Engine]:
    """Start the engine that a call asks for."""
    settings = call.settings
    try:
        engine = Engine(
            archive,
            level=_level(call.level),
            times=Times(**settings["times"]) if "times" in settings else None,
            limits=Limits(**settings["limits"]) if "limits" in settings else None,
        )
    except SandboxError as error:
        remedy = "Ask for less with --level, or use a machine that can."
        raise HomeworkError("homework grade", str(error), remedy) from error
    with engine:
        yield engine


def _level(name: str | None) -> Level | None:
    if name is None:
        return None
    try:
        return Level[name.upper()]
    except KeyError as error:
        known = ", ".join(level.name.lower() for level in Level)
        raise HomeworkError(
            f"--level {name}", "is no level.", f"There are {known}."
        ) from error
