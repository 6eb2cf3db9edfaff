"""What a class gets to see of a run: a row for each person and submission."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from homework.base.texts import cell
from homework.classroom.people import Person
from homework.classroom.shapes import Entry, keys

HEADER = ("submission", "name", "sid", "email", "status", "score", "possible")
AFTER = ("submitted", "late", "counts", "remarks")
GRADED = "graded"
MOST_ERRORS = 3
DETAILS = re.compile(r" \(|(?<= in it): |\. ")  # of a status: what few have in common
NOTHING = re.compile(r"^0 of [1-9]\d* questions answered", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """One submission with what it got.

    Attributes:
        entry: as the source had it.
        status: "graded", or in words why there is no score.
        score: of all parts together; ``None`` when no part has one.
        possible: the points that are worth something in it.
        questions: points by question; those of several notebooks carry its name.
        instead: by person, the submission that counts for them instead.
        remarks: what a person should know.

    """

    entry: Entry
    status: str
    score: float | None = None
    possible: float | None = None
    questions: dict[str, float] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def is_graded(self) -> bool:
        """Whether every part of it has a score."""
        return self.status == GRADED


def row(
    entry: Entry, records: Mapping[str, dict[str, Any]], instead: dict[str, str]
) -> Row:
    """Join what the parts of a submission got.

    Args:
        entry: the submission.
        records: by part; none when nothing was graded.
        instead: by person, the submission that counts instead.

    """
    if not records:
        status = entry.problem or "not graded yet"
        return Row(entry, status, instead=instead, remarks=entry.remarks)
    several = len(records) > 1
    scored = {part: each for part, each in records.items() if each["score"] is not None}
    wrong = {p: each["status"] for p, each in records.items() if p not in scored}
    said = [
        f"{part}: {status}" if several else status for part, status in wrong.items()
    ]
    status = "; ".join(said) or GRADED
    remarks = [
        f"{part}: {each}" if several else each
        for part, record in records.items()
        for each in about(record)
    ]
    return Row(
        entry,
        f"graded in part; {status}" if scored and wrong else status,
        sum(each["score"] for each in scored.values()) if scored else None,
        sum(each["possible"] for each in scored.values()) if scored else None,
        {
            _question(part, name, several): question["score"]
            for part, record in scored.items()
            for name, question in record["questions"].items()
        },
        instead,
        (*entry.remarks, *remarks),
    )


def _question(part: str, name: str, several: bool) -> str:
    return f"{part}/{name}" if several else name


def about(record: dict[str, Any]) -> Iterator[str]:
    """Yield what happened while a submission was graded, beside its points."""
    yield from record.get("remarks", ())
    # The receipt looks below headings; an answer that has points may stand elsewhere.
    if NOTHING.search(record.get("receipt", "")) and not record["score"]:
        yield "no question is answered"
    errors = record["errors"]
    for error in errors[:MOST_ERRORS]:
        yield f"code cell {error['cell'] + 1}: {error['error']}"
    if len(errors) > MOST_ERRORS:
        yield f"{len(errors) - MOST_ERRORS} more cells ended with an error"


# --- scores.csv ---------------------------------------------------------------


def scores_csv(rows: Iterable[Row], questions: Sequence[str]) -> str:
    """Render a line for each person and submission; a group has several.

    Columns: submission; name, sid, email; status; score, possible; every question's
    score; submitted (UTC), late ("yes" where the platform says so), counts ("no: NAME"
    where the person has another submission that counts), remarks.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*HEADER, *questions, *AFTER])
    for each in rows:
        for key, person in zip(
            keys(each.entry) or [""], each.entry.people or (Person(),), strict=True
        ):
            writer.writerow(map(cell, _line(each, key, person, questions)))
    return stream.getvalue()


def _line(row: Row, key: str, person: Person, questions: Sequence[str]) -> list[Any]:
    entry, counts = row.entry, row.instead.get(key)
    when = entry.submitted
    return [
        *(entry.name, person.name, person.sid, person.email),
        *(row.status, row.score, row.possible),
        *(row.questions.get(name) for name in questions),
        when.isoformat().replace("+00:00", "Z") if when else "",
        "yes" if entry.late else "",
        f"no: {counts}" if counts else "yes",
        "; ".join(row.remarks),
    ]


# --- sentences ----------------------------------------------------------------


def count(rows: Sequence[Row]) -> str:
    """Say how many were found, graded and not, and why: each entry is in it."""
    graded = sum(row.is_graded for row in rows)
    missing = sum(_is_missing(row) for row in rows)
    found = len(rows) - missing
    said = f"{found} found, {graded} graded"
    others = [row.status for row in rows if not (row.is_graded or _is_missing(row))]
    if others:
        kinds = Counter(_kind(status) for status in others).most_common()
        listed = ", ".join(f"{number} {kind}" for kind, number in kinds)
        said += f", {len(others)} not: {listed}"
    return f"{said}; {missing} of the roster missing" if missing else said


def _is_missing(row: Row) -> bool:
    return row.status.startswith("missing:")


def _kind(status: str) -> str:
    """Shorten a status to what many have in common."""
    return DETAILS.split(status.removeprefix("unreadable: "))[0]


def changes(
    rows: Sequence[Row],
    graded: int,
    kept: int,
    before: Mapping[str, float | None] | None,
) -> Iterator[str]:
    """Say what a run kept, what is new, and whose score changed.

    Args:
        rows: of this run.
        graded: results that this run found.
        kept: results that were there.
        before: scores of the last run by submission; ``None`` for the first run.

    """
    if before is None:
        return
    yield f"{kept} kept, {graded} graded anew"
    now = {row.entry.name: row.score for row in rows}
    for name, score in now.items():
        if name in before and _differ(before[name], score):
            yield f"{name}: {_shown(before[name])} → {_shown(score)}"
    gone = [name for name in before if name not in now]
    if gone:
        yield f"no longer handed in: {', '.join(gone)}"


def _differ(old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return old is not new
    return abs(old - new) > 1e-9


def _shown(score: float | None) -> str:
    return "no score" if score is None else f"{score:g}"
