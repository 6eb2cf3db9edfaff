"""Search what students get for what they must not get.

What must not leak is read from the question folders (`secrets_of`): solutions, other
right answers, wrong answers, hidden tests, and what only the grader receives. Then
every file of a bundle is opened to the bottom, and every line of it is compared.

A line of a solution or of another right answer counts as leaked when it is telling
(`homework.release.lines.is_telling`) and is no line that Otter leaves in that
question's own answer cell. It makes no difference that the line stands in a given cell
or in a shared module on purpose: then the question gives its answer away. A line of the
solution that assigns a name which the question's tests ask for counts however short it
is. A line of a wrong answer, of a hidden test or of a reference counts unless given
code has it too.
"""

from __future__ import annotations

import ast
import base64
import codecs
import hashlib
import json
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.base import syntax
from homework.law.complaints import Complaint, Found
from homework.questions.answers import answers, solution_source, stub_source
from homework.questions.cases import Case, read_cases
from homework.questions.cells import SOLUTION, Cell, read_cells
from homework.questions.layout import Assignment, Question
from homework.questions.masters import SHIPPED_TO_ALL, SHIPPED_TO_GRADER
from homework.questions.student_files import names as names_of_student_files
from homework.release.lines import (
    collapsed,
    comments,
    compact,
    is_telling_prose,
    pieces,
    telling,
)
from homework.release.unpack import CannotOpenError, opened

MARKERS = {
    "a solution marker": re.compile(r"\b(begin|end)[\s_]*solution\b", re.IGNORECASE),
    "a SOLUTION marker": re.compile(
        r"#\s*solution(\s+no\s+prompt)?\s*$|^[^#\n]*[^#\s][^#\n]*#\s*solution\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    "a marker of Otter": re.compile(
        r"#\s*(begin|end)\s+(tests?|prompt|ignore|question)\b|#\s*(hidden|ignore)\s*$"
        r"|#\s*assignment\s+config\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    "a hidden test": re.compile(r"\bhidden\s*=\s*True|@hidden\b"),
    "the label of a wrong answer": re.compile(r"^[^\S\n]*CAUGHT_BY\s*=", re.MULTILINE),
    "the metadata of the master": re.compile(r'"assembled_from"'),
}
# A piece this long is also looked for inside longer lines: of data, of drawings.
LONG_ENOUGH = 16

NOTEBOOK_KEYS = {"cells", "metadata", "nbformat", "nbformat_minor"}
CELL_KEYS = {
    "attachments",
    "cell_type",
    "execution_count",
    "id",
    "metadata",
    "outputs",
    "source",
}
NOTEBOOK_METADATA = {
    "kernelspec": {"display_name", "language", "name"},
    "language_info": {"name"},
    "otter": {"assignment_name"},
    "colab": {"gpuType"},
}
GPU = {"accelerator": "GPU"}  # the one key with a plain value: Colab reads it
CELL_METADATA = {"deletable", "editable", "tags"}
CELL_TAGS = {"otter_answer_cell", "otter_ignore", "raises-exception"}
FORBIDDEN_NAMES = {
    "__pycache__": "Run `make clean`.",
    ".ipynb_checkpoints": "Run `make clean`.",
    ".OTTER_LOG": "Delete it.",
    **dict.fromkeys(
        (*SHIPPED_TO_GRADER, "accepted", "rejected"),
        "Only the grader may have it: do not list it in `files`.",
    ),
}
BYTECODE = (".pyc", ".pyo")
LINES_SHOWN = 3


# --- what must not leak -------------------------------------------------------


@dataclass
class Secrets:
    """What must not be in a bundle, each item with the words for where it is from."""

    lines: dict[str, str] = field(default_factory=dict)  # by piece of code
    sentences: dict[str, str] = field(default_factory=dict)  # by collapsed prose
    names: dict[str, str] = field(default_factory=dict)  # of hidden tests
    files: dict[str, str] = field(default_factory=dict)  # by SHA-256 of the content

    def add_lines(self, found: Iterable[str], origin: str) -> None:
        """Add pieces of code; the first origin of a piece stays."""
        for piece in found:
            self.lines.setdefault(piece, origin)

    def add_sentences(self, found: Iterable[str], origin: str) -> None:
        """Add sentences."""
        for sentence in found:
            self.sentences.setdefault(collapsed(sentence), origin)

    def add_file(self, path: Path, origin: str) -> None:
        """Add a whole file, unless it is empty."""
        content = path.read_bytes()
        if content.strip():
            self.files[hashlib.sha256(content).hexdigest()] = origin


def secrets_of(assignment: Assignment) -> Secrets:
    """Read from the question folders what students must not receive."""
    found = Secrets()
    given = set(_given(assignment))
    for question in assignment.questions:
        _add_solution(found, question)
        _add_answers(found, question, given)
    _add_hidden_tests(found, assignment, given)
    for name in names_of_student_files(assignment):
        if (assignment.folder / name).is_file():
            found.add_file(assignment.folder / name, f"the solution's {name}")
    for name in SHIPPED_TO_GRADER:
        for path in sorted((assignment.folder / name).rglob("*")):
            if path.is_file():
                origin = f"{name}/{path.relative_to(assignment.folder / name)}"
                found.add_file(path, origin)
                if path.suffix == ".py":
                    text = path.read_text(encoding="utf-8")
                    found.add_lines(_new(text, given), origin)
    return found


def _new(code: str, known: Container[str]) -> dict[str, str]:
    """List the telling pieces of some code that are not known."""
    return telling((k, v) for k, v in pieces(code).items() if k not in known)


def _add_solution(found: Secrets, question: Question) -> None:
    origin = f"the solution of {question.name}"
    written = [
        line
        for cell in _solution_cells(question)
        if cell.kind == "markdown"
        for line in cell.source.splitlines()
    ]
    found.add_sentences(filter(is_telling_prose, written), origin)
    if not _is_coded(question):
        return
    solution, stub = solution_source(question), stub_source(question)
    left = pieces(stub)
    found.add_lines(_new(solution, left), origin)
    asked = {name for case in read_cases(question.tests) for name in case.parameters}
    found.add_lines(_assignments(solution, asked) - left.keys(), origin)
    said = set(comments(stub))
    remarks = [remark for remark in comments(solution) if remark not in said]
    found.add_sentences(filter(is_telling_prose, remarks), origin)


def _solution_cells(question: Question) -> list[Cell]:
    return [cell for cell in read_cells(question.source).cells if SOLUTION in cell.tags]


def _is_coded(question: Question) -> bool:
    return any(cell.kind == "code" for cell in _solution_cells(question))


def _assignments(code: str, names: set[str]) -> set[str]:
    """List the lines at the margin that assign one of some names."""
    return {
        compact(ast.unparse(node))
        for node in syntax.parse(code).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for leaf in ast.walk(node)
        if isinstance(leaf, ast.Name)
        and isinstance(leaf.ctx, ast.Store)
        and leaf.id in names
    }


def _add_answers(found: Secrets, question: Question, given: set[str]) -> None:
    stub = stub_source(question) if _is_coded(question) else ""
    for verdict, known in (("accepted", set[str]()), ("rejected", given)):
        for answer in answers(question, verdict):
            origin = f"{verdict}/{answer.path.name} of {question.name}"
            found.add_file(answer.path, origin)
            left = pieces(stub).keys()
            found.add_lines(_new(answer.source, known | left), origin)


def _add_hidden_tests(found: Secrets, assignment: Assignment, given: set[str]) -> None:
    cases = [
        (question, case)
        for question in assignment.questions
        for case in read_cases(question.tests)
    ]
    public_names = {case.name for _, case in cases if not case.hidden}
    public_messages = {case.message for _, case in cases if not case.hidden}
    for question, case in cases:
        if case.hidden:
            origin = f"the hidden test {case.name} of {question.name}"
            if case.name not in public_names:
                found.names[case.name] = origin
            if case.message not in public_messages:
                found.add_sentences([case.message], origin)
            found.add_lines(_new(_body(case), given), origin)


def _body(case: Case) -> str:
    return "\n".join(ast.unparse(statement) for statement in case.node.body[1:])


def _given(assignment: Assignment) -> Iterator[str]:
    """Yield the pieces of all code that students get on purpose."""
    for text in (*_shipped_modules(assignment), *_given_cells(assignment)):
        yield from pieces(text)
    for question in assignment.questions:
        if _is_coded(question):
            yield from pieces(stub_source(question))
        for case in read_cases(question.tests):
            if not case.hidden:
                yield from pieces(_body(case))


def _shipped_modules(assignment: Assignment) -> Iterator[str]:
    for name in SHIPPED_TO_ALL:
        for path in sorted((assignment.folder / name).rglob("*.py")):
            if name != "figures":
                yield path.read_text(encoding="utf-8")


def _given_cells(assignment: Assignment) -> Iterator[str]:
    files = [assignment.intro, *assignment.endings]
    for question in assignment.questions:
        files += [question.source, question.after]
    for path in files:
        for cell in read_cells(path).cells if path.exists() else ():
            if SOLUTION not in cell.tags:
                yield cell.source


# --- where to look ------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """A stretch of text in a bundle: a file, or a cell of a notebook."""

    where: str
    text: str
    kind: str  # "code" (Python, a cell), "text" (anything else), "binary"


def scan(bundle: Path, secrets: Secrets, *, name: str = "") -> list[Complaint]:
    """Search a folder to the bottom.

    Args:
        bundle: what students get.
        secrets: what must not be in it.
        name: how reports call the folder.

    Returns:
        One complaint for each place and each thing that leaked there, in order.

    """
    prefix = f"{name}/" if name else ""
    found = list(_suspicious_names(bundle, prefix))
    for path in sorted(bundle.rglob("*")):
        if path.is_file():
            where = f"{prefix}{path.relative_to(bundle)}"
            found += _scan_opened(where, path.read_bytes(), secrets)
    return found


def _suspicious_names(bundle: Path, prefix: str) -> Found:
    for path in sorted(bundle.rglob("*")):
        where = f"{prefix}{path.relative_to(bundle)}"
        if path.is_symlink():
            yield Complaint(where, "is a symbolic link.", "Ship a real file.")
        if path.is_dir() and not any(path.iterdir()) and path.name in FORBIDDEN_NAMES:
            yield _forbidden(where, path.name)


def _forbidden(where: str, name: str) -> Complaint:
    remedy = FORBIDDEN_NAMES.get(name, "Run `make clean`.")
    what = "bytecode" if name.endswith(BYTECODE) else name
    return Complaint(where, f"holds what must not ship: {what}.", remedy)


def _scan_opened(where: str, data: bytes, secrets: Secrets) -> Found:
    try:
        for place, content in opened(where, data):
            yield from _scan_file(place, content, secrets)
    except CannotOpenError as error:
        yield Complaint(
            str(error),
            "is an archive that cannot be opened to the bottom.",
            "Replace it by one that is whole, has no password, and is not huge.",
        )


def _scan_file(where: str, data: bytes, secrets: Secrets) -> Found:
    names = [part for step in where.split(" » ") for part in Path(step).parts]
    for name in names:
        if name in FORBIDDEN_NAMES or name.endswith(BYTECODE):
            yield _forbidden(where, name)
            break
    copied = secrets.files.get(hashlib.sha256(data).hexdigest())
    if copied:
        yield Complaint(where, f"is a copy of {copied}.", "Remove it from the bundle.")
    if where.endswith(".ipynb"):
        yield from _scan_notebook(where, data, secrets)
    else:
        yield from _scan_place(_place(where, data), secrets)


def _place(where: str, data: bytes) -> Place:
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return Place(where, data.decode("latin-1"), "binary")
    return Place(where, text, "code" if where.endswith(".py") else "text")


def _scan_notebook(where: str, data: bytes, secrets: Secrets) -> Found:
    try:
        notebook = json.loads(data)
        cells = notebook["cells"]
        yield from _odd_keys(where, "", notebook, NOTEBOOK_KEYS)
        yield from _scan_notebook_metadata(where, notebook["metadata"])
        for number, cell in enumerate(cells, start=1):
            yield from _scan_cell(f"{where}, cell {number}", cell, secrets)
    except (ValueError, KeyError, TypeError, AttributeError):
        yield Complaint(where, "is not a notebook.", "Build it again.")
        return
    rest = {**notebook, "cells": [{**cell, "source": ""} for cell in cells]}
    around = Place(f"{where}, metadata", json.dumps(rest), "text")
    yield from _scan_place(around, secrets)


def _scan_notebook_metadata(where: str, metadata: Any) -> Found:
    metadata = {k: v for k, v in metadata.items() if GPU.get(k) != v}
    yield from _odd_keys(where, "metadata ", metadata, NOTEBOOK_METADATA)
    for key, allowed in NOTEBOOK_METADATA.items():
        yield from _odd_keys(where, f"metadata {key}.", metadata.get(key, {}), allowed)


def _odd_keys(
    where: str, prefix: str, found: dict[str, Any], allowed: Iterable[str]
) -> Found:
    for key in sorted(set(found) - set(allowed)):
        what = (prefix or "field ") + key
        yield Complaint(
            where,
            f"has {what}, which no student needs.",
            "Remove it from the master: `homework assemble --force` does.",
        )


def _scan_cell(where: str, cell: Any, secrets: Secrets) -> Found:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    yield from _scan_place(Place(where, text, "code"), secrets)
    yield from _odd_keys(where, "", cell, CELL_KEYS)
    metadata = cell["metadata"]
    if metadata.get("otter", {}).keys() <= {"tests"}:  # a question without a check cell
        metadata = {key: value for key, value in metadata.items() if key != "otter"}
    yield from _odd_keys(where, "metadata ", metadata, CELL_METADATA)
    for tag in sorted(set(metadata.get("tags", ())) - CELL_TAGS):
        yield Complaint(where, f"has the tag {tag}.", "Remove it from the master.")
    if cell.get("outputs") or cell.get("execution_count") is not None:
        yield Complaint(where, "has outputs.", "Clear the outputs of the master.")
    for name, kinds in cell.get("attachments", {}).items():
        for kind, encoded in kinds.items():
            data = base64.b64decode(encoded)
            yield from _scan_opened(f"{where}, {name} ({kind})", data, secrets)


# --- the search ---------------------------------------------------------------


def _scan_place(place: Place, secrets: Secrets) -> Found:
    leaked: dict[str, list[str]] = {}
    for origin, text in (*_lines(place, secrets), *_words(place, secrets)):
        leaked.setdefault(origin, []).append(text)
    for origin in sorted(leaked):
        yield _leak(place.where, origin, sorted(set(leaked[origin])))
    for what, marker in MARKERS.items() if place.kind != "binary" else ():
        seen = marker.search(place.text)
        if seen:
            line = _line_of(place.text, seen.end())
            yield Complaint(
                place.where,
                f"has {what}: `{line}`.",
                "Write the marker exactly as Otter does (`# BEGIN SOLUTION`), inside "
                "the cell with the tag `solution`.",
            )


def _lines(place: Place, secrets: Secrets) -> Iterator[tuple[str, str]]:
    """Yield the origin and the text of each secret line in a place."""
    here = {} if place.kind == "binary" else pieces(place.text)
    for piece in here.keys() & secrets.lines.keys():
        yield secrets.lines[piece], here[piece]
    if place.kind != "code":
        packed = compact(place.text)
        for piece, origin in secrets.lines.items():
            if len(piece) >= LONG_ENOUGH and piece in packed and piece not in here:
                yield origin, piece


def _words(place: Place, secrets: Secrets) -> Iterator[tuple[str, str]]:
    """Yield the origin and the text of each secret sentence and name in a place."""
    prose = collapsed(place.text)
    for sentence, origin in secrets.sentences.items():
        if sentence in prose:
            yield origin, sentence
    for name in set(re.findall(r"\btest_\w+", place.text)) & secrets.names.keys():
        yield secrets.names[name], name


def _line_of(text: str, position: int) -> str:
    start = text.rfind("\n", 0, position) + 1
    return text[start:].partition("\n")[0].strip()[:80]


def _leak(where: str, origin: str, lines: list[str]) -> Complaint:
    shown = ", ".join(f"`{line}`" for line in lines[:LINES_SHOWN])
    more = f" and {len(lines) - LINES_SHOWN} more" if len(lines) > LINES_SHOWN else ""
    return Complaint(
        where,
        f"shows {origin}: {shown}{more}.",
        "Remove it there; if given code must say this, write the solution differently.",
    )
