"""The law on settings: what stands above the first cell of a file, and the points."""

from __future__ import annotations

import math
import re
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import read_toml
from homework.law.complaints import Complaint, Found, at, line_of
from homework.questions.cases import read_cases
from homework.questions.cells import read_cells
from homework.questions.layout import Assignment, Question
from homework.questions.packages import SETTING as PACKAGES
from homework.questions.student_files import SETTING

POINTS_OF_AN_ASSIGNMENT = 100
ROWS = re.compile(r"[A-Z]+[1-9]\d*(, [A-Z]+[1-9]\d*)*")
SETTINGS = {
    "intro.py": {"points", "seed", PACKAGES, SETTING},
    "question.py": {
        "rows",
        "collects",
        "draft",
        "manual",
        "points",
        "all_or_nothing",
    },
}


def known_settings(path: Path) -> Found:
    """Yield settings that no tool reads."""
    known = SETTINGS.get(path.name, set())
    for key in read_cells(path).values:
        if key not in known:
            yield Complaint(
                at(path, line_of(path, f"# {key}")),
                f"has an unknown setting '{key}'.",
                f"Known here: {', '.join(sorted(known)) or 'none'}.",
            )


def values_of_settings(question: Question) -> Found:
    """Yield settings of a question whose values mean nothing."""
    path, values = question.source, read_cells(question.source).values
    rows = values.get("rows")
    if rows is not None and not ROWS.fullmatch(str(rows)):
        yield Complaint(
            at(path, line_of(path, "# rows")),
            f"names its rows as '{rows}'.",
            "Write letters and a number, with commas: `# rows: K1, K2`.",
        )
    yield from _rows_that_nobody_lists(question, str(rows or ""))
    for name in ("all_or_nothing", "draft", "manual"):
        if name in values and values[name] is not True:
            yield Complaint(
                at(path, line_of(path, f"# {name}")),
                f"says `{name}`, but not `true`.",
                f"Write `# {name}: true`, or nothing.",
            )
    points = values.get("points")
    if is_manual(question) and not _is_count(points):
        yield Complaint(
            at(path),
            f"is graded by a person, but says points: {points}.",
            "Write `# points: 4`, or 0.",
        )
    if not is_manual(question) and points is not None:
        yield Complaint(
            at(path, line_of(path, "# points")),
            "says points, but its tests do that.",
            "Delete the line.",
        )


def _rows_that_nobody_lists(question: Question, rows: str) -> Found:
    settings = question.folder.parents[2] / "homework.toml"
    if not settings.is_file():
        return
    counts = listed_rows(settings)
    for row in re.findall(r"([A-Z]+)([1-9]\d*)", rows):
        letters, number = row
        most = counts.get(letters, 0)
        if int(number) > most:
            yield Complaint(
                at(question.source, line_of(question.source, "# rows")),
                f"names the row {letters}{number}, which homework.toml does not list.",
                f"It lists {letters}1 to {letters}{most}."
                if most
                else "Add it under [rows].",
            )


def seed_of_an_assignment(assignment: Assignment) -> Found:
    """Demand that a seed is a number, as generators take it."""
    seed = read_cells(assignment.intro).values.get("seed", 0)
    if type(seed) is not int or seed < 0:
        yield Complaint(
            at(assignment.intro, line_of(assignment.intro, "# seed")),
            f"says seed: {seed}, which is no whole number.",
            "Write `# seed: 42`, or nothing.",
        )


def listed_rows(path: Path) -> dict[str, int]:
    """Read from `homework.toml` how many rows each letter has; none when unsaid.

    Raises:
        HomeworkError: when that is no table of numbers.

    """
    rows = read_toml(path).get("rows", {})
    if not isinstance(rows, dict) or not all(type(n) is int for n in rows.values()):
        raise HomeworkError(
            at(path, line_of(path, "[rows]")),
            "has [rows] that are no numbers.",
            "Write a line such as `K = 12` for K1 to K12, or leave [rows] out.",
        )
    return rows


def total_points(assignment: Assignment) -> Found:
    """Demand that the points of the questions are those that are promised."""
    file = read_cells(assignment.intro)
    wanted = file.values.get("points", POINTS_OF_AN_ASSIGNMENT)
    total = sum(
        (question_points(question) for question in assignment.questions), start=0.0
    )
    if not _is_count(wanted):
        yield Complaint(
            at(assignment.intro, line_of(assignment.intro, "# points")),
            f"says points: {wanted}, which is no number.",
            f"Write `# points: {total:g}`.",
        )
        return
    if assignment.drafts:
        return  # the sum is asked for when all of them are finished
    if not math.isclose(total, wanted):
        yield Complaint(
            at(assignment.intro),
            f"the questions give {total:g} points, but the assignment has {wanted}.",
            "Change the tests' points, or write `# points: ...` above the first cell.",
        )
    for cell in file.cells:
        for said in re.findall(r"worth (\d+(?:\.\d+)?) points", cell.source):
            if float(said) != float(wanted):
                yield Complaint(
                    at(assignment.intro, cell.line),
                    f"promises {said} points, but the assignment has {wanted}.",
                    "Correct the sentence.",
                )


def question_points(question: Question) -> float:
    """Return what a question is worth: its tests' points, or its own if manual.

    Raises:
        HomeworkError: when a test does not say its points.

    """
    if not question.source.exists():
        return 0.0
    if is_manual(question):
        points = read_cells(question.source).values.get("points")
        return float(str(points)) if _is_count(points) else 0.0
    return float(sum(case.points for case in read_cases(question.tests)))


def is_manual(question: Question) -> bool:
    """Say whether a person grades a question."""
    return read_cells(question.source).values.get("manual") is True


def _is_count(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and value >= 0
    )
