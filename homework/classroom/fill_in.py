"""`homework gradebook`: from a class's ledger to a table, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.texts import one_line
from homework.classroom import gradebook as book
from homework.classroom.grades import Grade, grades, read_written
from homework.classroom.lateness import read_policy
from homework.classroom.ledger import Ledger
from homework.classroom.people import ByPerson
from homework.classroom.writing import counted


@dataclass(frozen=True)
class Call:
    """What the command was asked for.

    Attributes:
        out: the folder that `homework grade` wrote.
        settings: the file that says what lateness costs.
        canvas: Canvas' export, if that is filled in.
        moodle: Moodle's worksheet, if that is filled in.
        column: its header, where it is not clear.
        written: a CSV of points that people gave.
        target: the file to write.

    """

    out: Path
    settings: Path
    canvas: Path | None = None
    moodle: Path | None = None
    column: str | None = None
    written: Path | None = None
    target: Path | None = None


def run(call: Call, say: Callable[[str], None]) -> None:
    """Write a table.

    Args:
        call: what is wanted.
        say: takes a line; names in it may hold anything, and it escapes them.

    Raises:
        HomeworkError: when a table is not clear, or the file holds something else.

    """
    try:
        for said in _written(call):
            say(said)
    except HomeworkError as error:  # texts of tables are quoted in it
        problem, remedy = one_line(error.problem), one_line(error.remedy)
        raise HomeworkError(error.where, problem, remedy) from error


def _written(call: Call) -> Iterator[str]:
    with Ledger(call.out) as ledger:
        assignment = ledger.assignment.partition(" (")[0]
        policy = read_policy(call.settings, assignment)
        points = read_written(call.written) if call.written else None
        found = grades(ledger, policy, points)
    if policy.due is None:
        yield f"No deadline of {assignment} in homework.toml: nothing counts as late"
    yield from _strangers("extensions", policy.extensions, found)
    if call.written and points is not None:
        yield from _strangers(call.written.name, [points], found)
    read = [each for each in (call.canvas, call.moodle, call.written) if each]
    if call.canvas:
        sheet = book.read_sheet(call.canvas)
        filled = book.canvas(sheet, found, assignment, call.column)
        path = call.target or call.out / "canvas.csv"
    elif call.moodle:
        filled = book.moodle(book.read_sheet(call.moodle), found, call.column)
        path = call.target or call.out / "moodle.csv"
    else:
        path = call.target or call.out / "grades.csv"
        book.write(path, book.grades_csv(found), read)
        yield f"{path}: {len(found)} {'person' if len(found) == 1 else 'people'}"
        return
    book.write(path, filled.sheet.text(), read)
    yield from filled.notes
    yield f"{path}: {counted(filled.written, 'score')} in the column {filled.column}"


def _strangers(
    source: str, tables: Iterable[ByPerson[Any]], found: Sequence[Grade]
) -> Iterator[str]:
    """Name the rows of people of whom the run knows nothing."""
    people = [grade.person for grade in found]
    names = [name for table in tables for name in table.strangers(people)]
    if names:
        said = f"{source}: nobody in this class is {', '.join(names)}"
        yield f"{said}: {counted(len(names), 'row')} without use"
