"""One grade for each person: tests and written points, less what lateness costs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.classroom.lateness import Policy
from homework.classroom.ledger import Ledger
from homework.classroom.people import (
    COLUMNS,
    ByPerson,
    Person,
    number,
    read_csv,
    value_of,
)

POINTS = ("points", "score", "total score", "grade")
MOST = ("max points", "max score")  # Gradescope's column
UNKNOWN = "nobody knows whose it is"


@dataclass(frozen=True)
class Grade:
    """What one person gets.

    Attributes:
        person: who; empty where nobody is known for a submission.
        submission: the entry that counts; empty for who handed in nothing.
        score: of the tests; ``None`` when there is none.
        written: points of written questions; ``None`` when there are none yet.
        days_late: days begun after the deadline.
        share: of all points, what lateness leaves.
        remark: why there is no score, or what a person should decide.
        possible: the points of the tests by which it was graded, where known.

    """

    person: Person
    submission: str
    score: float | None
    written: float | None = None
    days_late: int = 0
    share: float = 1.0
    remark: str = ""
    possible: float | None = None

    @property
    def total(self) -> float | None:
        """What goes into a gradebook; ``None``: nothing is written there."""
        if self.score is None or not self.person.key:
            return None
        return round((self.score + (self.written or 0.0)) * self.share, 2)


def grades(
    ledger: Ledger, policy: Policy, written: Mapping[str, float | None] | None = None
) -> list[Grade]:
    """List everybody's grade in the last published run.

    Args:
        ledger: of the class.
        policy: what lateness costs.
        written: points by person; ``None`` where there are none yet.

    Raises:
        HomeworkError: when nothing is published, or nobody is known.

    """
    run = ledger.latest()
    if run is None:
        raise HomeworkError(
            ledger.path.parent,
            "holds no published scores.",
            "Run `homework grade` to its end first.",
        )
    scores = ledger.scores(run)
    possible: Counter[str] = Counter()
    for name, _, record in ledger.records(run):
        possible[name] += record.get("possible") or 0
    found = [
        replace(grade, possible=possible.get(name))
        for name, about in ledger.entries(run)
        for grade in _of_entry(name, about, scores.get(name), policy, written)
    ]
    if not any(grade.person.key for grade in found):
        raise HomeworkError(
            ledger.path.parent,
            "knows nobody by name.",
            "Grade an export of a platform, or name a --roster.",
        )
    return found


def _of_entry(
    name: str,
    about: Mapping[str, Any],
    score: float | None,
    policy: Policy,
    written: Mapping[str, float | None] | None,
) -> Iterator[Grade]:
    when = datetime.fromisoformat(about["submitted"]) if about["submitted"] else None
    if not about["people"] and score is not None:
        yield Grade(Person(), name, score, remark=UNKNOWN)
    for key, fields in zip(about["keys"], about["people"], strict=True):
        if key in about["instead"]:
            continue
        person = Person(**fields)
        days = policy.days_late(person, when)
        remarks = [] if about["status"] == "graded" else [about["status"]]
        if about["late"] and when is None:
            remarks.append("late, the platform does not say by how much: no deduction")
        elif policy.due and when is None and score is not None:
            remarks.append("handed in at a time that is not known: counts as on time")
        points = None
        if written is not None:
            points = value_of(written, person)
            if points is None:
                remarks.append("no points for the written questions")
        missing = about["status"].startswith("missing:")
        yield Grade(
            person,
            "" if missing else name,
            score,
            points,
            days,
            policy.share_kept(days),
            "; ".join(remarks),
        )


def read_written(path: Path) -> ByPerson[float | None]:
    """Read points of written questions: a CSV with sid or email, and points.

    Gradescope's "Download Grades" is one: the column is called Total Score there.

    Raises:
        HomeworkError: when a column is missing, somebody is there twice, or a cell is
            no number from 0 to the most that the table gives.

    """
    header, *rows = read_csv(path)
    names = [name.strip().lower() for name in header]
    places = {
        kind: place
        for kind in ("sid", "email")
        for place, name in enumerate(names)
        if name in COLUMNS[kind]
    }
    points = [place for place, name in enumerate(names) if name in POINTS]
    if not places or len(points) != 1:
        raise HomeworkError(
            path,
            f"has the columns {', '.join(header)}.",
            "It needs `sid` or `email`, and one of `points`, `score`, `Total Score`.",
        )
    most = [place for place, name in enumerate(names) if name in MOST]
    found = ByPerson[float | None]()
    for line, row in enumerate(rows, 2):
        cells = [*map(str.strip, row), *[""] * (len(names) - len(row))]
        if any(cells):
            where = f"{path}:{line}"
            person = Person(**{kind: cells[place] for kind, place in places.items()})
            end = cells[most[0]] if most else ""
            found.add(where, person, _number(cells[points[0]], end, where))
    return found


def _number(text: str, most: str, where: str) -> float | None:
    if not text:
        return None
    shown = f"{text} of {most}" if most else text
    try:
        value, end = number(text), number(most) if most else math.inf
    except ValueError as error:
        raise HomeworkError(
            where, f"has {shown!r} for points.", "Give a number, or leave it empty."
        ) from error
    if not 0 <= value <= end:
        to = f"to {most}" if most else "on"
        raise HomeworkError(
            where, f"has {shown!r} for points.", f"Give a number from 0 {to}."
        )
    return value
