"""A notebook's file: its assignment, its cells, and the checks that they ask for."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

IGNORED = "otter_ignore"
QUESTION = re.compile(r"^#+ +(Question \d+)\b", re.MULTILINE)
HEADING = re.compile(r"^##? ", re.MULTILINE)


class NotebookError(Exception):
    """The file is no notebook; says why."""


@dataclass(frozen=True)
class Step:
    """One code cell, or the checks that the metadata of a cell asks for."""

    source: str
    checks: tuple[str, ...] = ()


def read_notebook(data: bytes) -> tuple[str, list[Step]]:
    """Return the assignment that a notebook names ("" for none), and its steps.

    Raises:
        NotebookError: in words, when it cannot be read.

    """
    metadata, cells = _read(data)
    name = _part(metadata, "otter").get("assignment_name") or ""
    return str(name), list(_steps(cells))


def marks(data: bytes) -> list[str]:
    """Return a short digest of each cell's text, in order; nothing of empty ones.

    Raises:
        NotebookError: in words, when it cannot be read.

    """
    return [made for cell in _read(data)[1] if (made := mark(_source(cell)))]


def mark(text: str) -> str:
    """Return a short digest of a cell's text, whatever its spaces; "" when empty."""
    data = "".join(text.split()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16] if data else ""


@dataclass(frozen=True)
class Untouched:
    """What a release remembers of the notebook that students start from.

    Attributes:
        cells: a digest of each cell's text.
        ignored: how many cells carry the tag that leaves them out.

    """

    cells: tuple[str, ...] = ()
    ignored: int = 0

    @classmethod
    def of(cls, data: bytes) -> Untouched:
        """Look at such a notebook."""
        return cls(tuple(marks(data)), data.count(IGNORED.encode()))

    def is_worked_on(self, data: bytes) -> bool:
        """Whether a notebook has a cell that was not handed out."""
        return not set(marks(data)) <= set(self.cells)

    def answered(self, data: bytes) -> str:
        """Say, as the student's receipt does, which questions have a new cell."""
        found: dict[str, bool] = {}
        name = ""
        for cell in _read(data)[1]:
            text = _source(cell) if cell.get("cell_type") == "markdown" else ""
            made = mark(_source(cell))
            is_ignored = IGNORED in _list(_part(cell, "metadata"), "tags")
            is_new = made and made not in self.cells and not is_ignored
            if heading := QUESTION.search(text):
                name = heading[1].removeprefix("Question ")
                found.setdefault(name, False)
            elif name and is_new:
                found[name] = True
            elif not is_new and HEADING.search(text):
                name = ""  # what follows belongs to no question
        left = [name for name, done in found.items() if not done]
        said = f"{len(found) - len(left)} of {len(found)} questions answered"
        return f"{said}; not yet: {', '.join(left)}." if left else f"{said}."


def _read(data: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the metadata and the cells; null counts as if it was not there."""
    if not data.strip():
        raise NotebookError("the file is empty")
    try:
        notebook = json.loads(_text(data))
    except RecursionError as error:
        raise NotebookError("its JSON is nested too deeply") from error
    except MemoryError as error:
        raise NotebookError("it needs too much memory") from error
    except ValueError as error:
        raise NotebookError(f"it is not JSON ({error})") from error
    if isinstance(notebook, dict):
        sheets = notebook.get("worksheets") or [notebook]  # as before notebook 4
        if isinstance(sheets, list):
            lists = [each.get("cells") for each in sheets if isinstance(each, dict)]
            if any(isinstance(each, list) for each in lists):
                cells = [cell for each in lists for cell in each or ()]
                cells = [cell for cell in cells if isinstance(cell, dict)]
                return _part(notebook, "metadata"), cells
    raise NotebookError("it is JSON, but not a notebook with cells")


def _part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    found = whole.get(name)
    return found if isinstance(found, dict) else {}


def _list(whole: dict[str, Any], name: str) -> list[Any]:
    found = whole.get(name)
    return found if isinstance(found, list) else []


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input"))
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16", "latin-1"):
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotebookError("its characters cannot be read")


def _steps(cells: list[dict[str, Any]]) -> Iterator[Step]:
    for cell in cells:
        metadata = _part(cell, "metadata")
        otter = _part(metadata, "otter")
        if IGNORED in _list(metadata, "tags") or otter.get("ignore"):
            continue
        if cell.get("cell_type") == "code":
            yield Step(_source(cell))
        if tests := tuple(str(name) for name in _list(otter, "tests")):
            yield Step("", tests)
