"""Solutions, accepted and rejected answers, put to a question's tests."""

from __future__ import annotations

import ast
import importlib.util
import os
import random
import sys
import warnings
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from homework.base.errors import HomeworkError
from homework.questions.cases import Case, parse, read_cases
from homework.questions.cells import IGNORED_WHEN_GRADING, SOLUTION, Cell, read_cells
from homework.questions.layout import Assignment, Question
from homework.questions.student_files import desk

FAILED = "__failed__"


@dataclass(frozen=True)
class Answer:
    """One file of ``accepted/`` or ``rejected/``."""

    path: Path
    question: Question

    @property
    def name(self) -> str:
        """Where it lies, such as ``rejected/ignores_eps``."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def source(self) -> str:
        """The cell that a student would submit.

        ``from solution import ...`` stands for the solution itself: an answer that
        differs in one method need not repeat the others.
        """
        text = self.path.read_text(encoding="utf-8")
        tree = parse(self.path)
        lines = text.splitlines()
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module == "solution":
                rest = [""] * ((node.end_lineno or node.lineno) - node.lineno)
                lines[node.lineno - 1 : node.end_lineno] = [
                    solution_source(self.question),
                    *rest,
                ]
        return "\n".join(lines)

    def constant(self, name: str) -> str | None:
        """Read a constant of the file, such as ``CAUGHT_BY``."""
        for node in parse(self.path).body:
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id == name
                and isinstance(node.value, ast.Constant)
            ):
                return str(node.value.value)
        return None

    @property
    def caught_by(self) -> str | None:
        """The test that must fail (rejected answers)."""
        return self.constant("CAUGHT_BY")

    @property
    def misconception(self) -> bool:
        """Whether it stands for an idea that students hold, and not for a slip.

        ``MISCONCEPTION = False`` says that it does not: such a mistake has no hint.
        """
        return self.constant("MISCONCEPTION") != "False"

    @property
    def hint(self) -> str | None:
        """A phrase that the failing test must show, for a known misconception."""
        return self.constant("HINT")

    @property
    def ideas(self) -> tuple[str, ...]:
        """Phrases of the hints that are true of it: HINT, and those of ``TRUE``."""
        also = [
            text
            for node in parse(self.path).body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "TRUE"
            for text in ast.literal_eval(node.value)
        ]
        return tuple(filter(None, [self.hint, *also]))


def answers(question: Question, verdict: str) -> list[Answer]:
    """List a question's ``accepted`` or ``rejected`` answers."""
    return [Answer(path, question) for path in question.answers(verdict)]


def solution_source(question: Question) -> str:
    """Return the solution cell, its markers included.

    Raises:
        HomeworkError: when there is not exactly one.

    """
    cells = [
        cell
        for cell in read_cells(question.source).cells
        if SOLUTION in cell.tags and cell.kind == "code"
    ]
    if len(cells) != 1:
        raise HomeworkError(
            question.source,
            f"has {len(cells)} solution code cells.",
            'Give the question exactly one cell with `tags=["solution"]`.',
        )
    return cells[0].source


def code_cells(
    assignment: Assignment,
    replaced: Mapping[str, str] | None = None,
    *,
    upto: Question | None = None,
) -> list[str]:
    """List the code that grading runs, in order, up to the last question.

    Args:
        assignment: whose notebook it is.
        replaced: by question name, what stands in the place of the solution.
        upto: stop where Otter checks this question: before its ``after.py``.

    """
    replaced = replaced or {}
    sources = _graded_code(read_cells(assignment.intro).cells)
    for question in assignment.questions:
        for cell in read_cells(question.source).cells:
            if SOLUTION in cell.tags and cell.kind == "code":
                sources.append(replaced.get(question.name, cell.source))
            else:
                sources += _graded_code((cell,))
        if question == upto:
            break
        if question.after.exists():
            sources += _graded_code(read_cells(question.after).cells)
    return sources


def _graded_code(cells: tuple[Cell, ...]) -> list[str]:
    return [
        cell.source
        for cell in cells
        if cell.kind == "code" and IGNORED_WHEN_GRADING not in cell.tags
    ]


def run_cells(sources: list[str]) -> dict[str, Any]:
    """Run code cells in order, as grading does: an error ends its cell only.

    Returns:
        The names that they leave behind, and under ``FAILED`` each cell that failed
        with its error.

    """
    names: dict[str, Any] = {"__name__": "__main__"}
    with _quiet():
        for number, source in enumerate(sources):
            try:
                exec(_compiled(source, f"<cell {number}>"), names)  # noqa: S102
            except (Exception, SystemExit) as error:
                names.setdefault(FAILED, []).append((source, error))
    return names


@cache
def _compiled(source: str, name: str) -> CodeType:
    return compile(source, name, "exec")


@contextmanager
def _quiet() -> Iterator[None]:
    """Swallow what answers print and warn; no warning becomes an error."""
    with (
        redirect_stdout(StringIO()),
        redirect_stderr(StringIO()),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        yield


def run_cases(
    question: Question, names: dict[str, Any], only: Container[str] | None = None
) -> dict[str, str | None]:
    """Run the question's tests against a namespace.

    Args:
        question: the question.
        names: what the notebook's cells left behind.
        only: the names of the tests to run; by default all.

    Returns:
        By test name, ``None`` when it passed, else what the student would read.

    """
    return {
        case.name: run_case(question, case, names)
        for case in read_cases(question.tests)
        if only is None or case.name in only
    }


def run_case(question: Question, case: Case, names: dict[str, Any]) -> str | None:
    """Run one test against a namespace; return what a student would read, if it fails.

    Args:
        question: the question.
        case: one of its tests.
        names: what the notebook's cells left behind.

    """
    import checks

    test: Callable[..., None] = getattr(load_tests(question), case.name)
    arguments = {
        parameter: names if parameter == "env" else names.get(parameter)
        for parameter in case.parameters
    }
    for parameter, wrapper in case.wrapped.items():
        arguments[parameter] = getattr(checks, wrapper)(parameter, arguments[parameter])
    try:
        with _quiet():
            test(**arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def load_tests(question: Question) -> ModuleType:
    """Import a question's ``tests.py`` under a name of its own.

    Raises:
        HomeworkError: when it cannot be imported.

    """
    name = f"tests of {question.folder}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, question.tests)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            raise HomeworkError(
                question.tests,
                f"cannot be imported: {type(error).__name__}: {error}.",
                "Correct its imports and decorators.",
            ) from error
        sys.modules[name] = module
    return sys.modules[name]


def verdicts(
    assignment: Assignment,
    question: Question,
    source: str | None = None,
    only: Container[str] | None = None,
    hear: Callable[[str, BaseException], None] = lambda *_: None,
) -> dict[str, str | None]:
    """Put one answer (default: the solution) to the tests (default: all) of a question.

    The process's generators are seeded by ``HOMEWORK_SEED``, so a verdict and its hint
    can be repeated, also where an answer draws its first weights.
    ``hear`` is called with each cell that fails, and with its error.

    Returns:
        By test name, ``None`` when it passed, else what the student would read.

    """
    replaced = {} if source is None else {question.name: source}
    cells = code_cells(assignment, replaced, upto=question)
    seed_everything(int(os.environ.get("HOMEWORK_SEED", "0")))
    with desk(assignment):
        names = run_cells(cells)
        for cell, error in names.get(FAILED, ()):
            hear(cell, error)
        return run_cases(question, names, only)


def seed_everything(seed: int) -> None:
    """Seed the generators that belong to the process, as if it had just begun."""
    import numpy as np
    import torch

    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def stub_source(question: Question) -> str:
    """Return the solution cell as Otter leaves it for students.

    Raises:
        HomeworkError: when there is not exactly one, or its markers do not close.

    """
    from otter.assign.solutions import replace_solutions

    source = solution_source(question)
    try:
        return "\n".join(replace_solutions(source.splitlines(), "python"))
    except AssertionError as error:  # Otter's, with the whole cell behind ` in [`
        raise HomeworkError(
            question.source,
            f"has a solution with {str(error).partition(' in [')[0]}.",
            "Close every `# BEGIN SOLUTION` with `# END SOLUTION`.",
        ) from error
