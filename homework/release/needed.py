"""What of the shared folders an assignment needs: its students, and its grader.

Nobody lists it: students need what their notebook and its public tests import, and
what that imports in turn; the grader needs what the solution and all tests import too.
Of the figures, students need those that their notebook shows; a solution may show more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.questions.answers import stub_source
from homework.questions.cases import Case, read_cases
from homework.questions.cells import SOLUTION, Cell, read_cells
from homework.questions.imports import modules
from homework.questions.layout import SHARED_FOLDERS, Assignment
from homework.questions.masters import SHIPPED_TO_ALL, SHIPPED_TO_GRADER
from homework.release.first_cell import first_cell

FIGURE = re.compile(r"figures/[\w./-]+")


def for_students(assignment: Assignment) -> set[Path]:
    """Find what students need, as paths below the assignment's folder."""
    public = (case for case in _cases(assignment) if not case.hidden)
    sources = [*_given_sources(assignment), *(c.function_source() for c in public)]
    cells = (cell for cell in _cells(assignment) if SOLUTION not in cell.tags)
    return _found(assignment, sources, cells, SHIPPED_TO_ALL)


def for_grader(assignment: Assignment) -> set[Path]:
    """Find what grading needs, what students have included."""
    sources = [cell.source for cell in _cells(assignment) if cell.kind == "code"]
    sources += [case.function_source() for case in _cases(assignment)]
    shipped = (*SHIPPED_TO_ALL, *SHIPPED_TO_GRADER)
    everything = _found(assignment, sources, _cells(assignment), shipped)
    return everything | for_students(assignment)


def _found(
    assignment: Assignment,
    sources: list[str],
    shown: Iterable[Cell],
    shipped: tuple[str, ...],
) -> set[Path]:
    course = assignment.folder.parent
    found = {path.relative_to(course) for path in modules(course, sources)}
    linked = {path for path in found if (assignment.folder / path).is_file()}
    return {path for path in linked if path.parts[0] in shipped} | {
        path.relative_to(assignment.folder)
        for path in _other_files(assignment, shown, shipped)
        if path.is_file() and path.suffix != ".py"
    }


def _other_files(
    assignment: Assignment, shown: Iterable[Cell], shipped: tuple[str, ...]
) -> Iterator[Path]:
    """Yield figures of what is shown, and the files of folders that are not shared."""
    text = "\n".join(cell.source for cell in shown)
    for name in FIGURE.findall(text):
        yield assignment.folder / name
    for folder in shipped:
        if folder not in (*SHARED_FOLDERS, "figures"):
            yield from (assignment.folder / folder).rglob("*")


def _cases(assignment: Assignment) -> Iterator[Case]:
    for question in assignment.questions:
        yield from read_cases(question.tests)


def _cells(assignment: Assignment) -> Iterator[Cell]:
    files = [assignment.intro]
    for question in assignment.questions:
        files += [question.source, question.after]
    for path in (*files, *assignment.endings):
        if path.exists():
            yield from read_cells(path).cells


def _given_sources(assignment: Assignment) -> Iterator[str]:
    """Yield the code of the student's notebook, answer cells as they find them."""
    yield first_cell(assignment.name)
    for cell in _cells(assignment):
        if cell.kind == "code" and SOLUTION not in cell.tags:
            yield cell.source
    for question in assignment.questions:
        if any(
            SOLUTION in cell.tags and cell.kind == "code"
            for cell in read_cells(question.source).cells
        ):
            with suppress(HomeworkError):  # Otter says what is wrong with its markers
                yield stub_source(question)
