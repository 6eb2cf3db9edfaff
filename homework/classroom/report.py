"""A page for staff: who needs a person, what was hard, what was not understood."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.classroom.ledger import Ledger
from homework.classroom.templates import template

HINT = re.compile(r"Hint: (.+)", re.DOTALL)
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
BINS = 10
MOST_FAILURES = 200  # rows of the last table
LONGEST = 300  # characters of a message


@dataclass
class Item:
    """One test over the class: who passed, and what they got altogether."""

    question: str
    name: str
    hidden: bool
    points: float
    passed: list[bool] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)  # scores without this test
    seconds: float = 0.0

    @property
    def share(self) -> float:
        """Percent that passed."""
        return 100 * sum(self.passed) / len(self.passed)

    @property
    def discrimination(self) -> float | None:
        """How well it tells strong from weak; ``None`` where all fare alike."""
        return correlation([float(each) for each in self.passed], self.rest)


def correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Return Pearson's correlation of two lists; ``None`` where one is constant."""
    count = len(x)
    if count < 2:
        return None
    mean_x, mean_y = sum(x) / count, sum(y) / count
    xx = sum((each - mean_x) ** 2 for each in x)
    yy = sum((each - mean_y) ** 2 for each in y)
    if xx < 1e-12 or yy < 1e-12:
        return None
    xy = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return xy / math.sqrt(xx * yy)


@dataclass
class Class:
    """What the report knows after reading a run once, submission by submission."""

    items: dict[tuple[str, str], Item] = field(default_factory=dict)
    points: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    totals: dict[str, list[float]] = field(default_factory=dict)  # earned, possible
    ideas: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    failures: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)

    def named(self, question: str) -> str:
        """Leave the notebook's name out where there is one only."""
        return question if len(self.parts) > 1 else question.partition("/")[2]

    def take(self, entry: str, part: str, record: dict[str, Any]) -> None:
        """Add what a part of a submission got."""
        if record["score"] is None:
            return
        self.parts.add(part)
        total = self.totals.setdefault(entry, [0.0, 0.0])
        total[0] += record["score"]
        total[1] += record["possible"]
        for name, question in record["questions"].items():
            shown = f"{part}/{name}"
            got = (question["score"], question["possible"])
            self.points.setdefault(shown, []).append(got)
            for row in question["tests"]:
                self._test(entry, shown, row, record["score"])

    def _test(
        self, entry: str, question: str, row: dict[str, Any], score: float
    ) -> None:
        fresh = Item(question, row["name"], row["hidden"], row["points"])
        item = self.items.setdefault((question, row["name"]), fresh)
        item.passed.append(row["passed"])
        item.rest.append(score - row["points"] * row["passed"])
        item.seconds += row.get("seconds", 0.0)
        if row["passed"] or not row["message"].strip():
            return
        if hint := HINT.search(row["message"]):
            _once(self.ideas, (question, hint[1].strip()), entry)
        alike = NUMBER.sub("#", row["message"].removeprefix("AssertionError: "))
        _once(self.failures, (question, row["name"], alike[:LONGEST]), entry)


def _once(found: dict[Any, list[str]], key: Any, entry: str) -> None:
    """Count a submission once, however many of its tests say the same."""
    entries = found.setdefault(key, [])
    if entry not in entries[-1:]:
        entries.append(entry)


def write_report(ledger: Ledger, path: Path) -> None:
    """Write the report of the last published run.

    Raises:
        HomeworkError: when nothing is published.

    """
    run = ledger.latest()
    if run is None:
        raise HomeworkError(
            ledger.path.parent,
            "holds no published scores.",
            "Run `homework grade` to its end first.",
        )
    known = Class()
    for entry, part, record in ledger.records(run):
        known.take(entry, part, record)
    entries = dict(ledger.entries(run))
    write_text(path, page(ledger.assignment, entries, known))


def page(assignment: str, entries: Mapping[str, dict[str, Any]], known: Class) -> str:
    """Render the page: self-contained, with a script that sorts and filters."""
    return template("report.html").render(
        assignment=assignment,
        summary=_summary(entries, known),
        people=list(_needing(entries)),
        distribution=list(_distribution(known)),
        ideas=[
            [len(names), known.named(question), hint, *_people(entries, names)]
            for (question, hint), names in _by_count(known.ideas)
        ],
        questions=list(_questions(known)),
        tests=list(_tests(known)),
        failures=[
            [
                *(len(names), known.named(question), test, message),
                *_people(entries, names),
            ]
            for (question, test, message), names in _by_count(known.failures)
            if len(names) > 1
        ][:MOST_FAILURES],
    )


def _summary(entries: Mapping[str, Any], known: Class) -> str:
    scores = sorted(total[0] for total in known.totals.values())
    said = f"{len(entries)} entries, {len(scores)} with a score."
    if not scores:
        return said
    middle = (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2
    mean = sum(scores) / len(scores)
    return f"{said} Mean {mean:.1f}, median {middle:g} points."


def _needing(entries: Mapping[str, dict[str, Any]]) -> Iterator[list[str]]:
    for name, about in entries.items():
        said = [*about["remarks"]]
        said += [f"for {k}, {best} counts" for k, best in about["instead"].items()]
        if about["status"] != "graded" or said:
            who = ", ".join(each["name"] for each in about["people"])
            yield [name, who, about["status"], "; ".join(said)]


def _distribution(known: Class) -> Iterator[tuple[str, int, int]]:
    counts = [0] * BINS
    for earned, possible in known.totals.values():
        share = earned / possible if possible else 0.0
        counts[min(int(share * BINS), BINS - 1)] += 1
    most = max(counts) or 1
    for place, count in enumerate(counts):
        low, high = (100 * (place + end) // BINS for end in (0, 1))
        yield f"{low} to {high} %", count, round(100 * count / most)


def _people(
    entries: Mapping[str, dict[str, Any]], names: Sequence[str]
) -> tuple[list[str], list[str]]:
    people = [each for name in names for each in entries[name]["people"]]
    addresses = [each["email"] for each in people if each["email"]]
    return list(names), addresses


def _by_count(found: Mapping[Any, list[str]]) -> list[tuple[Any, list[str]]]:
    return sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))


def _questions(known: Class) -> Iterator[list[Any]]:
    for name, points in known.points.items():
        shares = [earned / possible if possible else 1.0 for earned, possible in points]
        full = sum(share > 1 - 1e-9 for share in shares)
        worth = points[0][1]
        mean = round(100 * sum(shares) / len(shares), 1)
        yield [known.named(name), worth, mean, round(100 * full / len(shares), 1)]


def _tests(known: Class) -> Iterator[list[Any]]:
    for item in known.items.values():
        tells = item.discrimination
        yield [
            known.named(item.question),
            item.name,
            "hidden" if item.hidden else "public",
            item.points,
            round(item.share, 1),
            None if tells is None else round(tells, 2),
            round(item.seconds / len(item.passed), 3),
        ]
