"""Notebook cells as text (jupytext's percent format) and as plain values."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import yaml

from homework.base import syntax
from homework.base.errors import HomeworkError

IGNORED_WHEN_GRADING = "otter_ignore"
SOLUTION = "solution"
PERCENT = {
    "notebook_metadata_filter": "-all",
    "cell_metadata_filter": "tags,-all",
    # With jupytext's default, the comment `# cat pictures` would become code: a magic.
    "comment_magics": False,
}
FORMAT = {"extension": ".py", "format_name": "percent", "comment_magics": False}
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
MARKER = re.compile(r"^# %%", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """One cell without anything that a front end adds to it."""

    kind: str  # "markdown", "code" or "raw"
    source: str
    tags: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)  # of the `# %%` in its file


@dataclass(frozen=True)
class CellFile:
    """A ``question.py``, ``intro.py`` or ``after.py``: settings, then cells.

    The settings are the comment lines above the first cell, read as YAML.
    """

    settings: str
    cells: tuple[Cell, ...]

    @property
    def values(self) -> dict[str, Any]:
        """The settings as a dictionary.

        Raises:
            ValueError: when they are not `key: value` lines.

        """
        text = "\n".join(line[2:] for line in self.settings.splitlines())
        try:
            values = yaml.safe_load(text) or {}
        except yaml.YAMLError as error:
            raise ValueError(text) from error
        if not isinstance(values, dict):
            raise ValueError(text)
        return values


def read_cells(path: Path) -> CellFile:
    """Read a percent-format file.

    Raises:
        HomeworkError: when something other than settings precedes the first cell, or
            a cell is raw.

    """
    try:
        file = parse_cells(path.read_text(encoding="utf-8"))
        _ = file.values
    except UnicodeDecodeError as error:
        raise HomeworkError(path, "is not UTF-8.", "Save it as UTF-8.") from error
    except ValueError as error:
        raise HomeworkError(
            path,
            "has something other than settings above its first `# %%` line.",
            "Keep only `# key: value` comments there.",
        ) from error
    except nbformat.ValidationError as error:
        raise HomeworkError(
            path,
            f"does not make notebook cells: {error.message}.",
            "Correct the tags of the cell.",
        ) from error
    for cell in file.cells:
        if cell.kind == "raw":
            raise HomeworkError(
                f"{path}:{cell.line}",
                "is a raw cell; those are Otter's, and are made from the folders.",
                "Make it a Markdown or a code cell.",
            )
    return file


@cache
def parse_cells(text: str) -> CellFile:
    """Read percent format from a string.

    Raises:
        ValueError: when something other than comments precedes the first cell.

    """
    first = MARKER.search(text)
    start = first.start() if first else len(text)
    settings, body = text[:start].strip(), text[start:]
    if not all(line.startswith("# ") for line in settings.splitlines()):
        raise ValueError(settings)
    if not body:
        return CellFile(settings, ())
    cells = from_notebook(jupytext.reads(body, fmt=FORMAT).cells)
    lines = [text.count("\n", 0, found.start()) + 1 for found in MARKER.finditer(text)]
    if len(lines) != len(cells):  # a string of the code holds something like a marker
        lines = [1] * len(cells)
    placed = (replace(cell, line=n) for cell, n in zip(cells, lines, strict=True))
    return CellFile(settings, tuple(placed))


def write_cells(file: CellFile) -> str:
    """Render a percent-format file: the inverse of `parse_cells`.

    Raises:
        ValueError: when text cannot carry a cell, because `parse_cells` would not give
            it back; the argument is that cell.

    """
    text = _written(file)
    if _read_back(text) != file or "\0" in text:  # git takes NUL for a binary file
        for cell in file.cells:
            alone = CellFile("", (cell,))
            if _read_back(_written(alone)) != alone or "\0" in cell.source:
                raise ValueError(cell)
        raise ValueError(file.cells[0])
    return text


def _written(file: CellFile) -> str:
    notebook = to_notebook(file.cells, {"jupytext": PERCENT})
    for number, cell in enumerate(notebook.cells):
        cell.metadata["lines_to_next_cell"] = _gap(file.cells, number)
    body = jupytext.writes(notebook, fmt=FORMAT).rstrip("\n")
    return "\n".join(part for part in (file.settings, body) if part) + "\n"


def _gap(cells: Sequence[Cell], number: int) -> int:
    """Return how many blank lines follow a cell: as many as `ruff format` leaves."""
    code = [_body(cell) for cell in cells]
    last = code[number][-1] if code[number] else None
    end = len(cells[number].source.splitlines())
    if isinstance(last, DEFINITIONS) and last.end_lineno == end:
        return 2
    following = code[number + 1] if number + 1 < len(cells) else []
    if following and isinstance(following[0], DEFINITIONS) and any(code[: number + 1]):
        above = cells[number + 1].source.splitlines()[: _first_line(following[0]) - 1]
        return 2 if all(above) else 1
    return 1


def _body(cell: Cell) -> list[ast.stmt]:
    try:
        return syntax.parse(cell.source).body if cell.kind == "code" else []
    except (SyntaxError, ValueError):
        return []


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _read_back(text: str) -> CellFile | None:
    try:
        return parse_cells(text)
    except ValueError:
        return None


def from_notebook(cells: Iterable[Any]) -> list[Cell]:
    """Reduce notebook cells to kind, source and tags, `solution` before other tags."""
    return [
        Cell(
            cell["cell_type"],
            cell["source"].strip("\n") if cell["source"].strip() else "",
            _ordered(cell.get("metadata", {}).get("tags", ())),
        )
        for cell in cells
    ]


def _ordered(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(tags), key=SOLUTION.__ne__))


def to_notebook(
    cells: Iterable[Cell], metadata: dict[str, Any] | None = None
) -> nbformat.NotebookNode:
    """Make a notebook in format 4.4: without cell ids, a rebuild is byte-identical."""
    made = []
    for cell in cells:
        node: dict[str, Any] = {
            "cell_type": cell.kind,
            "metadata": {"tags": list(cell.tags)} if cell.tags else {},
            "source": cell.source,
        }
        if cell.kind == "code":
            node.update(execution_count=None, outputs=[])
        made.append(node)
    plain = {
        "cells": made,
        "metadata": metadata or {},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    return nbformat.from_dict(plain)
