"""Notebook cells as text (jupytext's percent format) and as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import yaml

from homework.errors import HomeworkError

IGNORED_WHEN_GRADING = "otter_ignore"
SOLUTION = "solution"
PERCENT = {"notebook_metadata_filter": "-all", "cell_metadata_filter": "tags,-all"}


@dataclass(frozen=True)
class Cell:
    """One cell without anything that a front end adds to it."""

    kind: str  # "markdown", "code" or "raw"
    source: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class CellFile:
    """A ``question.py``, ``intro.py`` or ``after.py``: settings, then cells.

    The settings are the comment lines above the first cell, read as YAML.
    """

    settings: str
    cells: tuple[Cell, ...]

    @property
    def values(self) -> dict[str, Any]:
        """The settings as a dictionary."""
        text = "\n".join(line[2:] for line in self.settings.splitlines())
        return yaml.safe_load(text) or {}


def read_cells(path: Path) -> CellFile:
    """Read a percent-format file.

    Raises:
        HomeworkError: when something other than comments precedes the first cell.

    """
    text = path.read_text(encoding="utf-8")
    head, marker, body = text.partition("# %%")
    settings = head.strip()
    if not all(line.startswith("# ") for line in settings.splitlines()):
        raise HomeworkError(
            path,
            "has code above its first `# %%` line.",
            "Keep only `# key: value` comments there.",
        )
    if not marker:
        return CellFile(settings, ())
    notebook = jupytext.reads(marker + body, fmt="py:percent")
    return CellFile(settings, tuple(from_notebook(notebook.cells)))


def write_cells(file: CellFile) -> str:
    """Render a percent-format file: the inverse of `read_cells`."""
    notebook = to_notebook(file.cells, {"jupytext": PERCENT})
    body = jupytext.writes(notebook, fmt="py:percent").rstrip("\n")
    text = "\n".join(part for part in (file.settings, body) if part)
    return text + "\n"


def from_notebook(cells: Iterable[Any]) -> list[Cell]:
    """Reduce notebook cells to kind, source and tags."""
    return [
        Cell(
            cell["cell_type"],
            cell["source"].strip("\n"),
            tuple(cell.get("metadata", {}).get("tags", ())),
        )
        for cell in cells
    ]


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
