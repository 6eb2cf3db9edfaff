"""What of a submission has a part in the tests of some questions.

Code is only read here, in the reader's sandbox. Where one cell may reach others by
other means than their names, nothing is told: then the whole notebook is graded.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from homework.grading import handed_in
from homework.grading.handed_in import HandedIn, SubmissionError
from homework.grading.notebook import (
    NotebookError,
    Step,
    Untouched,
    mark,
    read_notebook,
)
from homework.grading.reader import read
from homework.grading.sandbox.sandbox import Level

WORD = re.compile(r"\w+")
# Code with one of these can make or change a name without naming it.
BY_OTHER_MEANS = {"eval", "exec", "get_ipython", "globals", "setattr", "vars"}
BY_OTHER_MEANS |= {"__dict__", "__main__", "locals"}
# Code with one of these may see cells that it does not name, or check a question.
SEES_ALL = BY_OTHER_MEANS | {"getattr", "inspect", "ipynb", "modules", "gc", "__file__"}
SEES_ALL |= {"f_globals", "__globals__", "__init_subclass__", "__set_name__"}
LISTS_FILES = {"glob", "iterdir", "listdir", "rglob", "scandir", "walk", "system"}
CHECKS = re.compile(r"\.\s*check\b")
OWN, BESIDE, ALIKE = "own/", "beside/", "alike"  # in the place of a submission's files


@dataclass(frozen=True)
class Program:
    """A submission as far as it has a part in the tests of some questions.

    Attributes:
        submission: what is graded: the notebook ends with the last check it needs.
        own: the student's own code, as `handed_in.own_code` gives it.
        alike: equal for two submissions of which the tests see the same code; empty
            where that cannot be told.

    """

    submission: HandedIn
    own: Mapping[str, bytes]
    alike: bytes


@dataclass(frozen=True)
class Wanted:
    """Which tests run.

    Attributes:
        questions: theirs.
        names: of the notebook that they depend on; ``None`` when that cannot be told.
        untouched: what students start from.

    """

    questions: tuple[str, ...]
    names: frozenset[str] | None
    untouched: Untouched | None

    def read(self, path: Path, assignment: str, level: Level) -> Program:
        """Read a submission in a sandbox.

        Raises:
            SubmissionError: when there is no notebook, or it cannot be read.

        """
        found = read(path, assignment, self.untouched, level=level, how=self._read)
        files = found.files
        return Program(
            replace(found, files=_below(BESIDE, files)),
            _below(OWN, files),
            files[ALIKE],
        )

    def _read(
        self, path: Path, assignment: str, untouched: Untouched | None
    ) -> HandedIn:
        """Return what the reader can send: everything is in the place of the files."""
        found = handed_in.read(path, assignment, untouched)
        try:
            name, steps = read_notebook(found.notebook)
        except NotebookError as error:
            raise SubmissionError(f"unreadable: {error}") from error
        files = {BESIDE + name: data for name, data in found.files.items()}
        own = handed_in.own_files(found, untouched)
        files |= {OWN + name: data for name, data in own.items()}
        needed = self._needed(steps)
        files[ALIKE] = self._alike(needed, found) if needed else b""
        if not needed:
            return replace(found, files=files)
        short = written(name, needed)
        return replace(found, files=files, notebook=short, whole=found.notebook)

    def _is_own(self, step: Step) -> bool:
        handed_out = self.untouched.cells if self.untouched else ()
        return bool(step.source.strip()) and mark(step.source) not in handed_out

    def _needed(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return the steps up to the last check; none where that is not sure."""
        last = -1
        for question in self.questions:
            places = [n for n, step in enumerate(steps) if _names(step, question)]
            if len(places) != 1 or self._is_own(steps[places[0]]):
                return []
            last = max(last, *places)
        own = [each.source for each in steps if self._is_own(each)]
        is_unsure = words_of(own) & SEES_ALL or any(map(CHECKS.search, own))
        return [] if is_unsure else steps[: last + 1]

    def _alike(self, steps: Sequence[Step], found: HandedIn) -> bytes:
        """Return a digest of the code that tests can see, and of the files beside it.

        A cell that only binds names does nothing by itself: it has a part if something
        that has one says one of them.
        """
        texts = [each.source.strip() for each in steps]
        has_modules = any(name.endswith(".py") for name in found.files)
        is_unsure = self.names is None or has_modules  # to import one may do anything
        binds = [None if is_unsure else bound(text) for text in texts]
        kept = {n for n, names in enumerate(binds) if names is None}
        said = words_of(texts[n] for n in kept) | (self.names or set())
        while new := {n for n, names in enumerate(binds) if names and names & said}:
            kept |= new
            said |= words_of(texts[n] for n in new)
            for n in new:
                binds[n] = None  # it has a part now
        digest = hashlib.sha256()
        for n in sorted(kept):
            data = texts[n].encode("utf-8", "surrogatepass")
            digest.update(b"%d\0%b" % (len(data), data))
        own = [each.source for each in steps if self._is_own(each)]
        opens_all = words_of(own) & LISTS_FILES or any("zip" in each for each in own)
        for name, data in sorted(found.files.items()):
            if name.lower().endswith(".zip") and not opens_all:
                continue  # what the last cell packed, with the notebook in it
            digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
            digest.update(data)
        return digest.digest()


def _below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        name.removeprefix(folder): data
        for name, data in files.items()
        if name.startswith(folder)
    }


def _names(step: Step, question: str) -> bool:
    return question in step.checks or question in step.source


def words_of(texts: Iterable[str]) -> set[str]:
    """Return all words of some texts."""
    return {word for text in texts for word in WORD.findall(text)}


def written(name: str, steps: Sequence[Step]) -> bytes:
    """Write a notebook that `read_notebook` reads as these steps."""
    cells = [
        {
            "cell_type": "markdown" if each.checks else "code",
            "metadata": {"otter": {"tests": list(each.checks)}},
            "source": each.source,
        }
        for each in steps
    ]
    metadata = {"otter": {"assignment_name": name}} if name else {}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4}
    return json.dumps(notebook).encode()


def bound(source: str) -> set[str] | None:
    """Return the names that code binds, where it does nothing else; else ``None``.

    To define a function or a class runs decorators, defaults, annotations, bases and
    the body of the class: here these may only name things, and call nothing.
    """
    try:
        statements = ast.parse(source).body
        return set().union(*map(_binds, statements))
    except (_ActsError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _ActsError(Exception):
    """A statement may do something else than to bind names."""


NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
QUIET: tuple[type[ast.AST], ...] = (ast.Name, ast.Attribute, ast.Constant, ast.Tuple)
QUIET += (ast.List, ast.UnaryOp, ast.USub, ast.expr_context)
QUIET_ANNOTATION = (*QUIET, ast.Subscript, ast.BinOp, ast.BitOr)


def _binds(statement: ast.stmt) -> set[str]:
    """Return the names that a statement binds.

    Raises:
        _ActsError: when it may do something else.

    """
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return set()
        case ast.Import(names) | ast.ImportFrom(names=names):
            return {_imported(each) for each in names}
        case ast.Assign(targets, value) if _only([value], QUIET):
            return {_name(each) for each in targets}
        case ast.ClassDef(name, bases, [], body, []) if _only(
            bases, (ast.Name, ast.Load)
        ):
            for each in body:
                _binds(each)
            return {name}
        case ast.FunctionDef() | ast.AsyncFunctionDef() if _is_quiet(statement):
            return {statement.name}
    raise _ActsError


def _imported(each: ast.alias) -> str:
    if each.name == "*":
        raise _ActsError
    return each.asname or each.name.partition(".")[0]


def _name(target: ast.expr) -> str:
    if not isinstance(target, ast.Name):
        raise _ActsError
    return target.id


def _is_quiet(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether nothing is called when a function is defined."""
    given = function.args
    each_of = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    each_of += [one for one in (given.vararg, given.kwarg) if one]
    run = [*given.defaults, *filter(None, given.kw_defaults)]
    said = [one.annotation for one in each_of if one.annotation]
    said += [function.returns] if function.returns else []
    return (
        not function.decorator_list
        and _only(run, QUIET)
        and _only(said, QUIET_ANNOTATION)
    )


def _only(expressions: Sequence[ast.expr], kinds: tuple[type[ast.AST], ...]) -> bool:
    return all(
        isinstance(node, kinds) for each in expressions for node in ast.walk(each)
    )
