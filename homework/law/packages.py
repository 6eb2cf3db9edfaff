"""What answers may import: the setting, the sentence that says so, and every answer."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from homework.base import syntax
from homework.base.packages import in_words, modules, needed
from homework.law.complaints import Complaint, Found, at, line_of
from homework.questions.cases import read_cases
from homework.questions.cells import read_cells
from homework.questions.imports import imports_of
from homework.questions.layout import SHARED_FOLDERS, Assignment
from homework.questions.packages import SETTING, packages

SENTENCE = "Your answers may import {}."
# What a notebook has beside packages; `solution` stands for the solution cell.
GIVEN = {*sys.stdlib_module_names, *SHARED_FOLDERS, "otter", "solution"}
SOURCES = ("*.py", "q*/question.py", "q*/after.py", "q*/*ted/*.py")


def packages_setting(assignment: Assignment) -> Found:
    """Demand a list of installed packages, and that students read what is in it."""
    path = assignment.intro
    where = at(path, line_of(path, f"# {SETTING}"))
    file, named = read_cells(path), packages(assignment)
    if named is None:
        if SETTING in file.values:
            yield Complaint(
                where,
                f"says {SETTING}, but not as a list.",
                f"Write `# {SETTING}: [numpy, matplotlib]`.",
            )
        return
    for name in named:
        if not _is_installed(name):
            yield Complaint(
                where,
                f"names the package '{name}', which is not installed.",
                "Write it as `pip install` does, and install it here and for graders.",
            )
    sentence = SENTENCE.format(in_words(named))
    if not any(
        sentence in cell.source.split("\n")
        for cell in file.cells
        if cell.kind == "markdown"
    ):
        yield Complaint(
            at(path),
            "does not tell students what their answers may import.",
            f"Give the line `{sentence}` to one of its text cells.",
        )


def imports(assignment: Assignment) -> Found:
    """Refuse imports of what graders will refuse, in the notebook and in answers."""
    named = packages(assignment)
    if named is None:
        return
    known = GIVEN.union(*map(_modules, named))
    for pattern in SOURCES:
        for path in sorted(assignment.folder.glob(pattern)):
            for line, module in _imported(path):
                if module not in known:
                    yield Complaint(
                        at(path, line),
                        f"imports {module}, which answers may not.",
                        "Do without it, or add its package to "
                        f"`# {SETTING}:` in {assignment.intro.name}.",
                    )


def imports_of_tests(assignment: Assignment) -> Found:
    """Refuse in tests what graders lack, and in public ones what students lack."""
    root = assignment.folder.parents[1]
    graders = GIVEN.union(*map(modules, needed(graders_packages(root))))
    students = _students_modules(assignment)
    for question in assignment.questions:
        for case in read_cases(question.tests):
            nodes = [*case.imports_used(), case.node]
            for each in imports_of(leaf for node in nodes for leaf in ast.walk(node)):
                if each.top not in graders:
                    yield Complaint(
                        at(case.path, each.line),
                        f"imports {each.top}, which the grader will not have.",
                        "Do without it, or pin its package in otter_config.json and "
                        "requirements/.",
                    )
                elif not case.hidden and students and each.top not in students:
                    yield Complaint(
                        at(case.path, each.line),
                        f"imports {each.top} in a public test, and students lack it.",
                        "Do without it, or add its package to "
                        f"`# {SETTING}:` in {assignment.intro.name}.",
                    )


def _students_modules(assignment: Assignment) -> set[str]:
    """List what students can import; nothing when no package is named."""
    named = packages(assignment)
    return GIVEN.union(*map(modules, needed(named))) if named is not None else set()


def graders_packages(root: Path) -> list[str]:
    """List the packages that `otter_config.json` gives to graders, without versions."""
    try:
        settings = json.loads((root / "otter_config.json").read_text(encoding="utf-8"))
        lines = [str(line) for line in settings.get("requirements", [])]
    except (ValueError, AttributeError, TypeError):  # the law on requirements says so
        return []
    return [re.split(r"[=<>;@ ]", line)[0] for line in lines if line[:2] != "--"]


def _is_installed(name: str) -> bool:
    return bool(_modules(name))


def _modules(name: str) -> list[str]:
    try:
        return modules(distribution(name))
    except (PackageNotFoundError, ValueError):
        return []


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    """Give the modules that a file imports, and on which lines."""
    try:
        tree = syntax.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return  # another law says so
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                yield node.lineno, each.name.partition(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.partition(".")[0]
