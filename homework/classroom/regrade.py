"""`homework regrade`: after a test changed, grade whom it can touch, and show it first.

Nothing is published until somebody accepts the difference. A result that was not
graded again is the old one, so each record says which questions are new in it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homework.base.errors import HomeworkError
from homework.base.files import remove_unfinished, write_text
from homework.base.scratch import Scratch
from homework.base.texts import cell, one_line
from homework.classroom.changed import EVERYBODY, Reach, changed_questions
from homework.classroom.command import ALL_WELL, FOUND, Call, Run, named, sentences
from homework.classroom.ledger import PROPOSED, STOPPED, Key, Ledger
from homework.classroom.people import Person
from homework.classroom.program import Program, Wanted
from homework.classroom.releases import Part, parts
from homework.classroom.rows import GRADED, Row, scores_csv
from homework.classroom.rows import about as about_record
from homework.classroom.shapes import Entry, Found, find
from homework.classroom.work import Here, Place, Work
from homework.grading.engine import VERSION, Engine, Graded
from homework.grading.handed_in import HandedIn, SubmissionError

if TYPE_CHECKING:
    from rich.console import Console

TABLE = "regrade.csv"
WHEN = ("before", "after")
WHO = ("submission", "name", "sid", "email", "test")
HEADER = (*WHO, *(f"{what} {when}" for what in ("points", "score") for when in WHEN))
OF_THE_WHOLE = ("submission", "digest", "receipt", "remarks", "errors", "starved")
MOST_SHOWN = 40
LONGEST_REASON = 300


def run(call: Call, console: Console, *, accept: bool) -> int:
    """Grade again whom a new release can touch, show the difference, return the code.

    Args:
        call: as for `homework grade`; without sources, those of the last run.
        console: to write to.
        accept: whether the new scores are published.

    Returns:
        0 when nobody's score changes or the change is accepted, 1 when one would
        change or the run was stopped, 2 when a canary has a wrong score.

    Raises:
        HomeworkError: when there is nothing to regrade, or the class is not as it was.

    """
    with Scratch("homework-class-") as scratch, sentences(call.out):
        (scratch / "release").mkdir()
        (scratch / "class").mkdir()
        graded_by = parts(call.archive, scratch / "release")
        names = [part.name for part in graded_by]
        with Ledger(call.out) as known:
            last = known.latest()
            if last is None:
                raise HomeworkError(
                    call.out,
                    "holds no published scores.",
                    "Run `homework grade` to its end first.",
                )
            sources = call.sources or known.sources(last)
        call = replace(call, sources=sources)
        found = find(map(Path, sources), names, scratch / "class", call.out)
        with Ledger(call.out, named(call.archive, names)) as ledger:
            remove_unfinished(call.out)
            entries = list(_as_published(ledger, last, found))
            found = replace(found, entries=entries)
            again = _Again(call, console, ledger, graded_by, found, None)
            return again.regrade(last, accept=accept)


def _as_published(ledger: Ledger, last: int, found: Found) -> Iterator[Entry]:
    """Yield the entries of the last run with where they lie now.

    Raises:
        HomeworkError: when one is gone, or a new one is there.

    """
    here = {entry.name: entry for entry in found.entries}
    known = dict(ledger.entries(last))
    said_of_results: Counter[str] = Counter()  # remarks that results bring again
    for name, _, record in ledger.records(last):
        said_of_results[name] += len(list(about_record(record)))
    graded = said_of_results.keys()
    gone, new = graded - here.keys(), here.keys() - known.keys()
    if gone or new:
        said = f"{len(gone)} gone, {len(new)} new: {', '.join(sorted(gone | new)[:3])}"
        raise HomeworkError(
            ", ".join(found.took),
            f"is not the class that was graded ({said}).",
            "Name the same one, or run `homework grade` on it first.",
        )
    for name, about in known.items():
        entry = here.get(name) or Entry(name, None)
        when = about["submitted"]
        yield replace(
            entry,
            problem=entry.problem or about["status"],
            people=tuple(Person(**fields) for fields in about["people"]),
            platform_id=about["platform_id"],
            submitted=datetime.fromisoformat(when) if when else None,
            late=about["late"],
            remarks=tuple(about["remarks"][: _own(about, said_of_results[name])]),
        )


def _own(about: Mapping[str, Any], of_results: int) -> int:
    return len(about["remarks"]) - of_results


# --- grading ------------------------------------------------------------------


@dataclass
class _Part(Work):
    """One part, graded again for those whom its changed tests can touch.

    Attributes:
        before: by entry: the number of the old result, and its record.
        reach: whom the changed tests can touch.
        made: by entry: what the changed tests said of it, in this run.
        first: by what tests see of a submission: the entry that is graded.
        unlike: entries that share no result.
        shared: entries that got another's.

    """

    before: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    reach: Reach = EVERYBODY
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    first: dict[bytes, str] = field(default_factory=dict)
    unlike: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)

    @property
    def engine(self) -> Engine:
        """What grades here."""
        assert isinstance(self.place, Here)
        return self.place.engine

    @property
    def changed(self) -> tuple[str, ...]:
        """The questions whose tests run again."""
        return self.engine.only or ()

    def discard(self) -> None:
        """Do nothing: what is published stays."""

    def do(self, entries: Sequence[Entry]) -> None:
        """Grade whom the changed tests can touch; who had no score keeps what was."""
        known = [entry for entry in entries if entry.name in self.before]
        had_scores = []
        for entry in known:
            number, old = self.before[entry.name]
            if old["status"] == GRADED:
                had_scores.append(entry)
            else:
                self._finish(entry.name, number)
        super().do(had_scores)

    def _read(self, entry: Entry) -> HandedIn | None:
        name = entry.name
        program = self._program(entry)
        chosen = program.submission if program else super()._read(entry)
        if chosen is None or chosen.digest != self.before[name][1]["digest"]:
            raise HomeworkError(
                name,
                "is not what was graded.",
                "Run `homework grade` on the class as it is now, then regrade.",
            )
        package, level = self.engine.package, self.engine.level
        digests = chosen.digest, package.digest
        self.keys[name] = Key(self.part.name, *digests, VERSION, level.name)
        if self._is_known(name):
            return chosen
        if not self.changed or (program and not self.reach.touches(program.own)):
            self._add(name, self._of_nobody)
            return None
        if program and program.alike:
            first = self.first.setdefault(program.alike, name)
            if first != name:
                self.follows[name] = first
        return chosen

    def _program(self, entry: Entry) -> Program | None:
        """Read what changed tests see of a submission; nothing where that is not clear.

        Who ran out of time is graded as a whole, as other cells may have taken it.
        """
        known = self.before[entry.name][1]
        if entry.name in self.unlike or known.get("starved"):
            return None
        assert entry.path is not None
        package, level = self.engine.package, self.engine.level
        wanted = Wanted(self.changed, self.reach.names, package.untouched)
        try:
            return wanted.read(entry.path, self.part.name, level)
        except SubmissionError:  # more cells than that shows
            return None

    def _is_known(self, name: str) -> bool:
        return super()._is_known(name) or self._is_as_another(name)

    def _is_as_another(self, name: str) -> bool:
        """Give an entry the result of another whose code is the same for the tests."""
        first = self.follows.get(name)
        if first not in self.done:
            return False
        del self.follows[name]
        made = self.made.get(first)
        if made is None:  # time was short, or another command has graded that one
            self.unlike.add(name)
            return False
        self.shared.add(name)
        self._add(name, made)
        return True

    @cached_property
    def _of_nobody(self) -> dict[str, Any]:
        """What changed tests say of an answer that was left as it was handed out."""
        graded = Graded("", GRADED)
        if self.changed and self.part.untouched:
            graded = self.engine.grade(self.part.untouched)
        return graded.record(self.engine.package, self.engine.level)

    def _take(self, name: str, graded: Graded) -> None:
        if not graded.status:
            return
        made = graded.record(self.engine.package, self.engine.level)
        if graded.is_graded and not graded.starved:
            self.made[name] = made
        self.graded.add(name)
        self._add(name, made)

    def _add(self, name: str, made: dict[str, Any]) -> None:
        """Note what changed tests say of an entry."""
        joined = self._joined(self.before[name][1], made)
        self._finish(name, self.ledger.add(self.run, self.keys[name], joined))

    def _joined(self, old: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
        """Put what changed tests said into the place of what they had said."""
        if made["status"] != GRADED:
            return made
        questions = {
            name: (made if name in self.changed else old)["questions"][name]
            for name in self.engine.package.questions
        }
        return {
            **made,
            **{name: old[name] for name in OF_THE_WHOLE if name in old},
            "layers": made["layers"] or old["layers"],
            "leaderboard": old["leaderboard"] | made["leaderboard"],
            "numbers": old.get("numbers", {}) | made["numbers"],
            "questions": questions,
            "score": float(sum(each["score"] for each in questions.values())),
            "possible": float(sum(each["possible"] for each in questions.values())),
            "regraded": {"questions": list(self.changed), "from": old["release"]},
        }


class _Again(Run):
    """One call of the command."""

    @property
    def _parts(self) -> list[_Part]:
        return [work for work in self.works if isinstance(work, _Part)]

    def regrade(self, last: int, *, accept: bool) -> int:
        """Grade, show the difference, and publish it if it is accepted."""
        self.old = self._old(last)
        run = self._begin()
        try:
            for part in self.parts:
                wrong = self._grade(part, run)
                if wrong:
                    return self._withhold(run, part, wrong)
        except KeyboardInterrupt:
            self.ledger.end(run, STOPPED)
            self._say("stopped: run the same command to go on; what is graded is kept")
            return FOUND
        rows = self._rows(write=accept)
        changes = list(self._differences(rows))
        write_text(self.call.out / TABLE, table(changes))
        self._tell(changes, len(rows))
        if accept:
            text = scores_csv(rows, self.questions)
            write_text(self.call.out / "scores.csv", text)
            self._publish(run, rows)
            self._say(f"Published: {self.call.out / 'scores.csv'}")
            return ALL_WELL
        self._publish(run, rows, PROPOSED)
        if changes:
            self._say("Nothing is published yet. The same command with --accept does.")
        return FOUND if changes else ALL_WELL

    def _old(self, last: int) -> dict[str, dict[str, tuple[int, dict[str, Any]]]]:
        """Return number and record of the last run's results, by part and entry."""
        found: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}
        for entry, part, number in self.ledger.outcomes(last):
            record = self.ledger.record(number)
            found.setdefault(part, {})[entry] = number, record
        return found

    def _work(self, part: Part, place: Place, run: int) -> Work:
        assert isinstance(place, Here)  # only one machine knows whom a test can touch
        engine = place.engine
        before = self.old.get(part.name, {})
        graded = [old for _, old in before.values() if old["status"] == GRADED]
        questions = engine.package.questions
        releases = {each["release"] for each in graded}
        kept = [self.ledger.release(release) for release in releases]
        alike = all(
            (each["engine"], each["level"]) == (VERSION, engine.level.name)
            for each in graded
        )
        changed = {
            name
            for files in kept
            for name in changed_questions(files, part.archive, questions)
        }
        if not alike:
            changed = set(questions)
        engine.only = tuple(name for name in questions if name in changed)
        handed_out = part.untouched / f"{part.name}.ipynb" if part.untouched else None
        reach = Reach.of(
            part.archive,
            engine.only,
            handed_out.read_bytes() if handed_out and alike else None,
        )
        what = ", ".join(engine.only) or "no test"
        self._say(f"{part.name}: changed since: {what}")
        shared = (part, place, self.ledger, run, self._out_of(part), self._is_alone)
        return _Part(*shared, before=before, reach=reach)

    # --- what is different ---

    def _differences(self, rows: Sequence[Row]) -> Iterator[Difference]:
        for row in rows:
            for work in self._parts:
                if row.entry.name in work.done:
                    old = work.before[row.entry.name][1]
                    new = self.ledger.record(work.done[row.entry.name])
                    for what in differences(old, new):
                        prefix = "" if self._is_alone else f"{work.part.name}/"
                        test = f"{prefix}{what.test}"
                        yield replace(what, entry=row.entry, test=test)

    def _tell(self, changes: Sequence[Difference], count: int) -> None:
        for each in changes[:MOST_SHOWN]:
            self._say(
                f"{each.entry.name if each.entry else ''}: {_shown(each.before)} → "
                f"{_shown(each.after)}, {each.test}: {one_line(each.reason)}"
            )
        path = self.call.out / TABLE
        if len(changes) > MOST_SHOWN:
            self._say(f"{MOST_SHOWN} of {len(changes)} are shown; all are in {path}")
        touched = {each.entry.name for each in changes if each.entry}
        graded = sum(len(work.graded) for work in self._parts)
        shared = sum(len(work.shared) for work in self._parts)
        self._say(
            f"{count} submissions, {graded} graded again, {shared} with the same code "
            f"as one of them, the score of {len(touched)} changes. All are in {path}"
        )


@dataclass(frozen=True)
class Difference:
    """One test that earns somebody something else than before.

    Attributes:
        test: the question and the test.
        points: that it earned and earns; ``None``: it was not, or is not there.
        before, after: the whole score of the submission in this notebook.
        reason: in words.
        entry: whose it is.

    """

    test: str
    points: tuple[float | None, float | None]
    before: float | None
    after: float | None
    reason: str
    entry: Entry | None = None


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    """Compare two records of one submission, test by test."""
    scores = old["score"], new["score"]
    if new["status"] != old["status"]:
        yield Difference("", (None, None), *scores, f"now {new['status']}")
        return
    for name in dict.fromkeys([*old["questions"], *new["questions"]]):
        was, now = (each["questions"].get(name, NOTHING) for each in (old, new))
        if was == now:
            continue
        found = list(_of_question(name, was, now, scores))
        told = sum((b or 0) - (a or 0) for a, b in (each.points for each in found))
        if abs(now["score"] - was["score"] - told) > SAME:
            points = was["score"], now["score"]
            why = "the question's points depend on all its tests together"
            found.append(Difference(name, points, *scores, why))
        yield from found


NOTHING: dict[str, Any] = {"score": 0.0, "possible": 0.0, "tests": []}
SAME = 1e-9


def _of_question(
    name: str,
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    scores: tuple[float | None, float | None],
) -> Iterator[Difference]:
    before = {row["name"]: row for row in was["tests"]}
    after = {row["name"]: row for row in now["tests"]}
    for test in dict.fromkeys([*before, *after]):
        rows = before.get(test), after.get(test)
        points = _earned(rows[0]), _earned(rows[1])
        if abs((points[0] or 0) - (points[1] or 0)) > SAME:
            yield Difference(f"{name}/{test}", points, *scores, _reason(*rows))


def _earned(row: Mapping[str, Any] | None) -> float | None:
    return None if row is None else row["points"] * row["passed"]


def _reason(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> str:
    if now is None:
        return "the test is gone"
    said = str(now["sentence"] if now["passed"] else now["message"] or now["sentence"])
    said = " ".join(said.split())[:LONGEST_REASON]
    if was is None:
        return f"the test is new, and {'passes' if now['passed'] else 'fails'}: {said}"
    if was["passed"] and not now["passed"]:
        return f"fails now: {said}"
    if now["passed"] and not was["passed"]:
        return f"passes now: {said}"
    return f"the test is worth {now['points']:g} points now, it was {was['points']:g}"


def _shown(score: float | None) -> str:
    return "no score" if score is None else f"{score:g}"


def table(changes: Sequence[Difference]) -> str:
    """Render the differences as CSV, a line for each person and test."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*HEADER, "reason"])
    for each in changes:
        entry = each.entry or Entry("", None)
        for person in entry.people or (Person(),):
            line = [entry.name, person.name, person.sid, person.email, each.test]
            line += [*each.points, each.before, each.after, each.reason]  # type: ignore[list-item]
            writer.writerow(map(cell, line))
    return stream.getvalue()
