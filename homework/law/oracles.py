"""Students receive no oracle: nothing that answers a question or differentiates one.

A release gives students what their notebook and its public tests import, and what that
imports in turn. So one import in a module of `checks` can hand out an answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from homework.law.complaints import Complaint, Found, at
from homework.questions.cases import read_cases
from homework.questions.cells import read_cells
from homework.questions.imports import Import, files_of, imports, imports_of
from homework.questions.layout import Assignment
from homework.questions.masters import SHIPPED_TO_GRADER

ORACLES = (*SHIPPED_TO_GRADER, "autograd")


def oracles(assignment: Assignment) -> Found:
    """Yield each import of an oracle by what students receive."""
    course = assignment.folder.parent
    for where, each in _starts(assignment):
        if each.top in ORACLES:
            yield Complaint(
                where,
                f"imports `{each.top}`, which answers questions: students lack it.",
                "Write the right numbers into a public test, or make it hidden; in a "
                "notebook, give the code in `deeplearning` or `given`.",
            )
        yield from _below(where, course, each)


def _below(where: str, course: Path, first: Import) -> Found:
    """Yield the oracles that modules import which the first import brings."""
    waiting, seen = [*files_of(course, first)], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in seen or path.relative_to(course).parts[0] in ORACLES:
            continue
        seen.add(path)
        for each in imports(path.read_text(encoding="utf-8")):
            waiting += files_of(course, each)
            if each.top in ORACLES:
                yield Complaint(
                    at(path, each.line),
                    f"imports `{each.top}`, which answers questions, but students "
                    f"receive this module: {where} imports it.",
                    "Move what needs the oracle to assignments/references.",
                )


def _starts(assignment: Assignment) -> Iterator[tuple[str, Import]]:
    """Yield what the notebook and its public tests import, with the place."""
    paths = [assignment.intro, *assignment.endings]
    for question in assignment.questions:
        paths += [question.source, question.after]
        for case in read_cases(question.tests):
            nodes = [] if case.hidden else [*case.imports_used(), case.node]
            for each in imports_of(leaf for node in nodes for leaf in ast.walk(node)):
                yield at(case.path, each.line), each
    for path in paths:
        for cell in read_cells(path).cells if path.exists() else ():
            if cell.kind == "code":
                for each in imports(cell.source):
                    yield at(path, cell.line + each.line), each
