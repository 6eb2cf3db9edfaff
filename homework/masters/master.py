"""A master as it was written elsewhere, and what is understood of it.

Its cells are read by `read`; the readers of the three styles (`otter_now`,
`otter_then`, `nbgrader`) sort them into a `Draft`, which `write` turns into folders.
"""

from __future__ import annotations

import base64
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from homework.base.errors import HomeworkError
from homework.questions.cells import IGNORED_WHEN_GRADING, SOLUTION, Cell

PICTURES = re.compile(r"^image/")
OTTERS_OWN = re.compile(  # or okpy's
    r"^\s*(?:\w+\s*=\s*)?(?:import otter\b|from otter\b|otter\.Notebook\(|"
    r"grader\.(?:check|check_all|export|to_pdf)\(|from client\.api\b|"
    r"Notebook\(.*\.ok\b|"
    r"ok\.(?:auth|backup|grade|grade_all|score|submit)\()"
)


@dataclass(frozen=True)
class Old:
    """One cell of the master.

    Attributes:
        number: counted from 1, as in messages.
        kind: "markdown", "code" or "raw".
        source: without blank lines at its ends.
        tags: as the front end keeps them.
        shown: what the saved output of a code cell says, as text.
        prints: whether some of that was printed.
        grade: nbgrader's metadata, if any.

    """

    number: int
    kind: str
    source: str
    tags: tuple[str, ...] = ()
    shown: str = ""
    prints: bool = False
    grade: dict[str, Any] = field(default_factory=dict)

    @property
    def first(self) -> str:
        """Its first line."""
        return self.source.strip().partition("\n")[0].strip()

    def cell(self, *, solution: bool = False, source: str | None = None) -> Cell:
        """Make it a cell of a question folder; of its tags, those known here stay."""
        tags = [SOLUTION] if solution else []
        tags += [tag for tag in self.tags if tag == IGNORED_WHEN_GRADING]
        text = self.source if source is None else source
        return Cell(self.kind, text.strip("\n"), tuple(tags))


@dataclass
class Test:
    """One test of a question.

    Attributes:
        source: Python; a function `test_...` and nothing else where ``is_function``.
        shown: what it should display at its end; ``None`` where nothing is known.
        number: of its cell in the master.
        points: ``None`` where the master leaves them to the question.
        message: what a student reads when it fails, if the master says it.
        there: whether it runs among the notebook's names, as in stock Otter.
        guarded: names that may not be `...` any more.

    """

    source: str
    number: int
    hidden: bool = False
    shown: str | None = None
    points: float | None = None
    message: str = ""
    is_function: bool = False
    there: bool = False
    guarded: bool = False


@dataclass
class Asked:
    """One question: its cells in their order, then its tests, then what follows."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)
    after: list[Cell] = field(default_factory=list)
    manual: bool = False
    points: Any = None
    all_or_nothing: bool = False

    @property
    def has_code(self) -> bool:
        """Whether it has a solution in code."""
        return any(c.kind == "code" and SOLUTION in c.tags for c in self.cells)


@dataclass
class Draft:
    """What an assignment is to be.

    Attributes:
        path: of the master.
        style: in words.
        intro: the cells before the first question.
        questions: in their order.
        settings: of the assignment, in the master's words.
        notes: sentences about what was changed or could not be carried.
        files: what is to lie beside the questions, by its path below the assignment.
        modules: Python files that notebook cells import, by name.
        pictures: that were pasted into cells, by the cell's number, then by name.

    """

    path: Path
    style: str
    intro: list[Cell] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def note(self, number: int, text: str) -> None:
        """Remember a sentence about a cell."""
        self.notes.append(f"cell {number}: {text}")

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell, tests left out."""
        yield from self.intro
        for question in self.questions:
            yield from (*question.cells, *question.after)


def wrong(path: Path, number: int, problem: str, remedy: str) -> HomeworkError:
    """Return the error that names a cell of a master."""
    return HomeworkError(f"{path}, cell {number}", problem, remedy)


def read(path: Path) -> tuple[list[Old], dict[str, dict[str, bytes]]]:
    """Read a master notebook.

    Returns:
        Its cells, and the pictures that were pasted into it, by the cell's number
        (as text) and the picture's name.

    Raises:
        HomeworkError: when it is no notebook, or none in Python.

    """
    notebook = _notebook(path)
    _demand_python(path, notebook)
    cells, pictures = [], {}
    for number, cell in enumerate(notebook.cells, start=1):
        found = _attached(cell)
        if found:
            pictures[str(number)] = found
        cells.append(
            Old(
                number,
                str(cell.get("cell_type")),
                _text(cell.get("source", "")).replace("\r\n", "\n").strip("\n"),
                tuple(map(str, cell.get("metadata", {}).get("tags") or ())),
                _shown(cell),
                any(o.get("name") == "stdout" for o in cell.get("outputs") or ()),
                dict(cell.get("metadata", {}).get("nbgrader") or {}),
            )
        )
    return cells, pictures


def _notebook(path: Path) -> Any:
    if not path.is_file():
        raise HomeworkError(path, "is no file.", "Name a master notebook.")
    if path.suffix.lower() == ".rmd":
        raise HomeworkError(
            path, "is R Markdown.", "Only notebooks in Python can be imported."
        )
    try:
        with warnings.catch_warnings():  # of ids that are missing or there twice
            warnings.simplefilter("ignore")
            found = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        _ = [cell["metadata"].get("tags") for cell in found.cells]
    except Exception as error:  # whatever a damaged file sets off inside nbformat
        raise HomeworkError(
            path,
            f"is not a notebook ({type(error).__name__}).",
            "Name a file that Jupyter opens, and that ends with .ipynb.",
        ) from error
    return found


def _demand_python(path: Path, notebook: Any) -> None:
    about = notebook.metadata
    kernel = about.get("kernelspec") or {}
    language = kernel.get("language") or (about.get("language_info") or {}).get("name")
    language = language or {"ir": "R"}.get(str(kernel.get("name")), "python")
    if str(language).lower() not in ("python", "ipython"):
        shown = kernel.get("display_name") or language
        raise HomeworkError(
            path,
            f"is written for the kernel '{shown}' ({language}).",
            "Only notebooks in Python can be imported.",
        )


def _attached(cell: Any) -> dict[str, bytes]:
    found = {}
    for name, kinds in (cell.get("attachments") or {}).items():
        for kind, data in kinds.items():
            if PICTURES.match(kind):
                found[name] = base64.b64decode(_text(data))
    return found


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "".join(map(str, value or ()))


def _shown(cell: Any) -> str:
    """Join what a code cell's saved outputs say, as stock Otter does."""
    found = ""
    for output in cell.get("outputs") or ():
        if output.get("name") != "stderr":
            found += _text(output.get("text"))
        found += _text((output.get("data") or {}).get("text/plain"))
    return found.strip("\n")
