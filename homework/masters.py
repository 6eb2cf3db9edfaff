"""Question folders → master notebook (assemble) and back (absorb)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import yaml

from homework.cases import read_cases
from homework.cells import (
    SOLUTION,
    Cell,
    CellFile,
    from_notebook,
    read_cells,
    to_notebook,
    write_cells,
)
from homework.errors import HomeworkError
from homework.files import write_text
from homework.layout import Assignment, Question

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
SHIPPED_TO_ALL = ("checks", "deeplearning", "figures", "data")
SHIPPED_TO_GRADER = ("references", "hidden")
CLOSING_MARK = "IGNORE (the closing cells follow)"


# --- assemble -----------------------------------------------------------------


def assemble(assignment: Assignment, *, force: bool = False) -> bool:
    """Write the master from the folders; return whether the file changed.

    Raises:
        HomeworkError: when the master holds edits that the folders lack.

    """
    if assignment.master.exists() and not force:
        refuse_unabsorbed_edits(assignment)
    text = master_text(assignment)
    return write_text(assignment.master, text)


def master_text(assignment: Assignment) -> str:
    """Render the master notebook, byte for byte the same for the same folders."""
    cells = master_cells(assignment)
    metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
        "homework": {
            "assembled_from": f"assignments/{assignment.name}",
            "digest": digest(cells),
        },
    }
    notebook = to_notebook(cells, metadata)
    nbformat.validate(notebook)
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def master_cells(assignment: Assignment) -> list[Cell]:
    """List every cell of the master, Otter's raw cells included."""
    cells = [_raw("ASSIGNMENT CONFIG", _settings(assignment))]
    cells += read_cells(assignment.intro).cells
    for question in assignment.questions:
        cells += _question_cells(question)
        if question.after.exists():
            cells += read_cells(question.after).cells
    if assignment.closing.exists():
        cells += [_raw(CLOSING_MARK), *read_cells(assignment.closing).cells]
    return cells


def _settings(assignment: Assignment) -> dict[str, Any]:
    def present(names: Iterable[str]) -> list[str]:
        return [name for name in names if (assignment.folder / name).is_dir()]

    return {
        "name": assignment.name,
        "config_file": "../../otter_config.json",
        "files": present(SHIPPED_TO_ALL),
        "autograder_files": present(SHIPPED_TO_GRADER),
    }


def _question_cells(question: Question) -> list[Cell]:
    file = read_cells(question.source)
    settings = {"name": question.name}
    for key in ("manual", "points"):
        if key in file.values:
            settings[key] = file.values[key]
    cells = [_raw("BEGIN QUESTION", settings)]
    for cell in file.cells:
        if SOLUTION in cell.tags:
            tags = tuple(tag for tag in cell.tags if tag != SOLUTION)
            bare = Cell(cell.kind, cell.source, tags)
            cells += [_raw("BEGIN SOLUTION"), bare, _raw("END SOLUTION")]
        else:
            cells.append(cell)
    cases = read_cases(question.tests)
    if cases:
        cells.append(_raw("BEGIN TESTS"))
        cells += [Cell("code", case.cell_source()) for case in cases]
        cells.append(_raw("END TESTS"))
    cells.append(_raw("END QUESTION"))
    return cells


def _raw(mark: str, settings: dict[str, Any] | None = None) -> Cell:
    lines = f"# {mark}"
    if settings:
        lines += "\n" + yaml.safe_dump(settings, sort_keys=False).strip()
    return Cell("raw", lines)


def digest(cells: Sequence[Cell]) -> str:
    """Fingerprint of the cells, blind to what a front end adds when it saves."""
    plain = [[cell.kind, cell.source, list(cell.tags)] for cell in cells]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:16]


# --- absorb -------------------------------------------------------------------


def read_master(path: Path) -> tuple[list[Cell], str]:
    """Read a master: its cells, and the digest it was assembled with.

    Raises:
        HomeworkError: when the file is not a notebook.

    """
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        recorded = notebook.metadata.get("homework", {}).get("digest", "")
        return from_notebook(notebook.cells), recorded
    except (ValueError, nbformat.reader.NotJSONError) as error:
        raise HomeworkError(
            path,
            f"is not a notebook ({error.__class__.__name__}).",
            "Build it again: `homework assemble --force`.",
        ) from error


def refuse_unabsorbed_edits(assignment: Assignment) -> None:
    """Stop when the master was edited after it was assembled.

    Raises:
        HomeworkError: naming both ways out.

    """
    cells, recorded = read_master(assignment.master)
    if digest(cells) != recorded and cells != master_cells(assignment):
        raise HomeworkError(
            assignment.master,
            "has edits that its question folders lack.",
            f"Keep them: `homework absorb {assignment.name}`. "
            f"Drop them: `homework assemble --force {assignment.name}`.",
        )


def absorb(assignment: Assignment) -> list[Path]:
    """Write a master's edits into the folders; return the files that changed.

    Raises:
        HomeworkError: when the edit touches what a folder says elsewhere (tests,
            points, names), naming the file to edit instead.

    """
    cells, _ = read_master(assignment.master)
    parts = _split(assignment, cells)
    changes: list[tuple[Path, str]] = []
    for path, found in parts.files.items():
        before = read_cells(path) if path.exists() else CellFile("", ())
        if list(before.cells) != found:
            changes.append((path, write_cells(CellFile(before.settings, tuple(found)))))
    changed = [path for path, text in changes if write_text(path, text)]
    assemble(assignment, force=True)
    return changed


@dataclass
class _Parts:
    """The cells of a master, sorted by the file that they belong to."""

    files: dict[Path, list[Cell]] = field(default_factory=dict)

    def add(self, path: Path, cell: Cell) -> None:
        self.files.setdefault(path, []).append(cell)


def _split(assignment: Assignment, cells: list[Cell]) -> _Parts:
    expected_raw = [cell for cell in master_cells(assignment) if cell.kind == "raw"]
    found_raw = [cell for cell in cells if cell.kind == "raw"]
    if found_raw != expected_raw:
        _complain_about_raw(assignment, expected_raw, found_raw)
    parts = _Parts()
    parts.files[assignment.intro] = []
    target, questions, inside = assignment.intro, iter(assignment.questions), ""
    current: Question | None = None
    tests: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.kind == "raw":
            mark = cell.source.splitlines()[0]
            if mark == "# BEGIN QUESTION":
                current = next(questions)
                target = current.source
                parts.files[target] = []
            elif mark == "# END QUESTION" and current is not None:
                target = current.after
                if target.exists():
                    parts.files[target] = []
            elif mark == f"# {CLOSING_MARK}":
                target = assignment.closing
                parts.files[target] = []
            inside = mark
        elif inside == "# BEGIN TESTS" and current is not None:
            tests.setdefault(current.name, []).append(cell)
        elif inside == "# BEGIN SOLUTION":
            parts.add(target, Cell(cell.kind, cell.source, (*cell.tags, SOLUTION)))
        else:
            parts.add(target, cell)
    _refuse_edited_tests(assignment, tests)
    return parts


def _refuse_edited_tests(assignment: Assignment, found: dict[str, list[Cell]]) -> None:
    for question in assignment.questions:
        cases = read_cases(question.tests)
        expected = [Cell("code", case.cell_source()) for case in cases]
        if found.get(question.name, []) != expected:
            raise HomeworkError(
                assignment.master,
                f"has edited test cells in '{question.name}'.",
                f"Tests are written in {question.tests}: edit them there, then "
                f"run `homework assemble --force {assignment.name}`.",
            )


def _complain_about_raw(
    assignment: Assignment, expected: list[Cell], found: list[Cell]
) -> None:
    wrong = next(
        (cell for cell in found if cell not in expected),
        next((cell for cell in expected if cell not in found), found[-1]),
    )
    raise HomeworkError(
        assignment.master,
        f"has an added, edited or missing raw cell: {wrong.source!r}.",
        "Names, order and points come from the folders: add a question with "
        f"`homework new {assignment.name} QUESTION`, rename by renaming its folder.",
    )
