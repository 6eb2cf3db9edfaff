"""What a late submission costs, as `[lateness]` in homework.toml says.

`created_at` of the submission decides, never the clock: a regrade may run months later.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.settings import read_table
from homework.classroom.people import ByPerson, Person, number, read_csv, value_of

DAY_S = 86_400.0
MOST_DAYS = 10_000
ALL = ("", "all", "*")  # in the column `assignment`: the extension is for each


@dataclass(frozen=True)
class Policy:
    """The rules of one assignment.

    Attributes:
        due: the deadline; without one nothing is late.
        grace_minutes: so much later is not late; more counts from the deadline.
        percent_a_day: of the score, for every day that was begun.
        slip_days: days for each student that cost nothing.
        extensions: tables of days; what gives somebody most counts.

    """

    due: datetime | None = None
    grace_minutes: float = 0.0
    percent_a_day: float = 0.0
    slip_days: int = 0
    extensions: tuple[ByPerson[float], ...] = ()

    def days_late(self, person: Person, submitted: datetime | None) -> int:
        """Count the days that were begun after the person's own deadline."""
        if self.due is None or submitted is None:
            return 0
        more = max(
            (value_of(table, person) or 0.0 for table in self.extensions), default=0.0
        )
        late_s = (submitted - self.due - timedelta(days=more)).total_seconds()
        return 0 if late_s <= self.grace_minutes * 60 else math.ceil(late_s / DAY_S)

    def share_kept(self, days: int) -> float:
        """Return which share of a score stays after so many days, slip days taken."""
        paid = max(0, days - self.slip_days)
        return max(0.0, 1.0 - paid * self.percent_a_day / 100.0)


def read_policy(path: Path, assignment: str) -> Policy:
    """Read the rules of an assignment.

    Args:
        path: of `homework.toml`, which may have a table `[lateness]`:
            ``grace_minutes``, ``percent_a_day``, ``slip_days``, ``extensions`` (a CSV
            beside it: sid or email, assignment, days) and ``[lateness.due]``, a time
            with its zone by assignment.
        assignment: whose rules are wanted.

    Raises:
        HomeworkError: when a name or a value cannot be understood.

    """
    table = read_table(path, "lateness")
    where = f"{path}, [lateness]"
    known = {"grace_minutes", "percent_a_day", "slip_days", "extensions", "due"}
    if unknown := sorted(set(table) - known):
        raise HomeworkError(
            where, f"does not know '{unknown[0]}'.", f"It knows {sorted(known)}."
        )
    most = {"grace_minutes": math.inf, "percent_a_day": 100, "slip_days": math.inf}
    for name, end in most.items():
        value = table.get(name, 0)
        if isinstance(value, bool) or not isinstance(value, int | float):
            value = -1
        if not (0 <= value <= end and value < math.inf):
            to = "on" if end == math.inf else f"to {end:g}"
            raise HomeworkError(
                where, f"has {name} = {table[name]!r}.", f"Give a number from 0 {to}."
            )
    due = read_table(path, "lateness.due").get(assignment)
    if due is not None and not (isinstance(due, datetime) and due.tzinfo):
        shown = f'"{due}"' if isinstance(due, str) else due
        raise HomeworkError(
            f"{where[:-1]}.due]",
            f"has {assignment} = {shown}.",
            "Give a time with its zone and without quotes, such as "
            "2026-10-02T23:59:00-07:00.",
        )
    named = table.get("extensions", "")
    if not isinstance(named, str):
        raise HomeworkError(
            where, f"has extensions = {named!r}.", "Give the name of a CSV file."
        )
    return Policy(
        due.astimezone(UTC) if due else None,
        float(table.get("grace_minutes", 0)),
        float(table.get("percent_a_day", 0)),
        int(table.get("slip_days", 0)),
        _extensions(path.parent / named, assignment) if named else (),
    )


def _extensions(path: Path, assignment: str) -> tuple[ByPerson[float], ...]:
    """Read who has more days for all assignments, and who for this one."""
    header, *rows = read_csv(path)
    names = [name.strip().lower() for name in header]
    if "days" not in names or not {"sid", "email"} & set(names):
        raise HomeworkError(
            path,
            f"has the columns {', '.join(header)}.",
            "It needs `days`, and `sid` or `email`; `assignment` may say which.",
        )
    every, this = ByPerson[float](), ByPerson[float]()
    for line, row in enumerate(rows, 2):
        cells = dict(zip(names, map(str.strip, row), strict=False))
        if not any(cells.values()):
            continue
        which = cells.get("assignment", "")
        if which not in (assignment, *ALL):
            continue
        text = cells.get("days", "")
        try:
            days = number(text)
        except ValueError:
            days = -1.0
        if not 0 <= days <= MOST_DAYS:
            raise HomeworkError(
                f"{path}:{line}", f"has {text!r} days.", "Give a number from 0 on."
            )
        person = Person(sid=cells.get("sid", ""), email=cells.get("email", ""))
        (every if which in ALL else this).add(f"{path}:{line}", person, days)
    return every, this
