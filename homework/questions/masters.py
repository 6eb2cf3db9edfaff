"""Question folders → master notebook (assemble) and back (absorb)."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import yaml

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.questions.cases import read_cases
from homework.questions.cells import (
    SOLUTION,
    Cell,
    CellFile,
    from_notebook,
    read_cells,
    to_notebook,
    write_cells,
)
from homework.questions.layout import SHARED_FOLDERS, Assignment, Question
from homework.questions.student_files import names as names_of_student_files
from homework.questions.worth import with_worth, without_worth, worth
from homework.questions.written import FOR_THE_READER, for_the_reader

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
SHIPPED_TO_ALL = ("checks", "deeplearning", "given", "figures", "data")
SHIPPED_TO_GRADER = ("references", "hidden")
CLOSING_MARKS = {
    "closing": "IGNORE (the closing cells follow)",
    "hand_in": "IGNORE (the cells that every assignment ends with follow)",
}


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
            "parts": _part_digests(assignment, split(assignment, cells)),
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
    for path in assignment.endings:
        cells += [_raw(CLOSING_MARKS[path.stem]), *read_cells(path).cells]
    return cells


def _settings(assignment: Assignment) -> dict[str, Any]:
    for name in SHARED_FOLDERS:
        path = assignment.folder / name
        if path.is_file():  # as git makes of a link where there are none
            raise HomeworkError(
                path,
                "should be a link to a folder, but is a file.",
                "On Windows, set `git config core.symlinks true` and check the file "
                "out again.",
            )

    def present(names: Iterable[str]) -> list[str]:
        return [name for name in names if (assignment.folder / name).is_dir()]

    settings: dict[str, Any] = {
        "name": assignment.name,
        "config_file": "../../otter_config.json",
        "files": present(SHIPPED_TO_ALL),
        "autograder_files": present(SHIPPED_TO_GRADER),
    }
    handed_in = names_of_student_files(assignment)
    if handed_in:
        settings["student_files"] = handed_in
    seed = read_cells(assignment.intro).values.get("seed")
    if seed is not None:
        settings["generate"] = {"seed": seed}
    return settings


def _question_cells(question: Question) -> list[Cell]:
    file = read_cells(question.source)
    settings = {"name": question.name}
    for key in ("manual", "points", "all_or_nothing"):
        if key in file.values:
            settings[key] = file.values[key]
    cases = read_cases(question.tests)
    said = worth(cases, question.points_by_hand)
    cells = [_raw("BEGIN QUESTION", settings)]
    for cell in file.cells:
        if SOLUTION in cell.tags:
            tags = tuple(tag for tag in cell.tags if tag != SOLUTION)
            bare = Cell(cell.kind, cell.source, tags)
            cells += [_raw("BEGIN SOLUTION"), bare]
            if wrong := for_the_reader(question):
                cells.append(Cell("markdown", wrong))
            cells.append(_raw("END SOLUTION"))
        else:
            cells.append(with_worth(cell, said))
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


@dataclass
class Parts:
    """The cells of a master, sorted by the file that they belong to.

    Raw cells, test cells, wrong answers to written questions and the points in headings
    belong to none: they are derived from folder names, settings, ``tests.py`` and
    ``rejected/``.
    """

    files: dict[Path, list[Cell]] = field(default_factory=dict)
    derived: dict[str, list[Cell]] = field(default_factory=dict)


def split(assignment: Assignment, cells: Iterable[Cell]) -> Parts:
    """Sort a master's cells by file.

    Raises:
        HomeworkError: when a raw cell names a question that has no folder.

    """
    parts = Parts(files={assignment.intro: []})
    target, question, mark = assignment.intro, "", ""
    is_open = False
    closing = {
        f"# {CLOSING_MARKS[path.stem]}": path
        for path in (assignment.closing, assignment.hand_in)
    }
    for cell in cells:
        if cell.kind == "raw":
            mark = cell.source.partition("\n")[0]
            if mark == "# BEGIN QUESTION":
                question, is_open = _name_in(cell), True
                target = _asked(assignment, question).source
            elif mark == "# END QUESTION":
                if not is_open:
                    raise HomeworkError(
                        assignment.master,
                        "lacks a raw cell `# BEGIN QUESTION`: an END comes without it "
                        f"after {question or 'the introduction'}.",
                        "Put the raw cell back, with its `name:`.",
                    )
                is_open = False
                target = assignment.question(question).after
            target = closing.get(mark, target)
            if target.exists():
                parts.files.setdefault(target, [])
            parts.derived.setdefault(question, []).append(cell)
        elif mark == "# BEGIN TESTS" or cell.source.startswith(FOR_THE_READER):
            parts.derived.setdefault(question, []).append(cell)
        elif mark == "# BEGIN SOLUTION":
            tags = tuple(dict.fromkeys((SOLUTION, *cell.tags)))
            tagged = Cell(cell.kind, cell.source, tags)
            parts.files.setdefault(target, []).append(tagged)
        else:
            is_stated = target.name == "question.py"
            plain = without_worth(cell) if is_stated else cell
            parts.files.setdefault(target, []).append(plain)
    return parts


def _asked(assignment: Assignment, name: str) -> Question:
    for question in assignment.questions:
        if question.name == name:
            return question
    raise HomeworkError(
        assignment.master,
        f"has a question '{name}', which has no folder.",
        f"Add one with `homework new {assignment.name} QUESTION`; to give a question "
        "another name, rename its folder.",
    )


def _name_in(cell: Cell) -> str:
    settings = yaml.safe_load(cell.source)
    return str(settings.get("name", "")) if isinstance(settings, dict) else ""


def _part_digests(assignment: Assignment, parts: Parts) -> dict[str, str]:
    named = {_part_name(assignment, path): cells for path, cells in parts.files.items()}
    derived = {
        f"derived {name}".strip(): cells for name, cells in parts.derived.items()
    }
    return {name: digest(cells) for name, cells in {**named, **derived}.items()}


def _part_name(assignment: Assignment, path: Path) -> str:
    return os.path.relpath(path, assignment.folder)


@dataclass(frozen=True)
class Master:
    """A master as it lies on disk, with what was recorded when it was assembled."""

    cells: list[Cell]
    digest: str
    parts: dict[str, str]


def read_master(path: Path) -> Master:
    """Read a master notebook.

    Raises:
        HomeworkError: when the file is not a notebook, or holds what text cannot.

    """
    if not path.exists():
        raise HomeworkError(
            path, "is missing.", f"Build it: `homework assemble {path.stem}`."
        )
    text = path.read_text(encoding="utf-8", errors="replace")
    if re.search(r"^(<{7}|>{7}) ", text, re.MULTILINE):
        raise HomeworkError(
            path,
            "holds conflict markers of git.",
            "Keep one side with `git checkout --ours` or `--theirs` and the file's "
            "name, then absorb the other side's edits by hand.",
        )
    try:
        notebook = nbformat.reads(text, as_version=4)
        recorded = notebook.metadata.get("homework", {})
        parts = {name: str(part) for name, part in recorded.get("parts", {}).items()}
        cells = from_notebook(notebook.cells)
    except Exception as error:  # whatever a damaged file sets off inside nbformat
        raise HomeworkError(
            path,
            f"is not a notebook ({type(error).__name__}).",
            f"Build it again: `homework assemble --force {path.stem}`; edits that were "
            "made in it are lost then.",
        ) from error
    for cell in notebook.cells:
        if cell.get("attachments"):
            raise HomeworkError(
                path,
                f"holds a pasted picture, in the cell {_opening(cell['source'])}.",
                "Save the picture in figures/ and show it with `![text](figures/...)`.",
            )
    return Master(cells, recorded.get("digest", ""), parts)


def _opening(source: str) -> str:
    line = source.strip().partition("\n")[0]
    return repr(line if len(line) < 50 else line[:47] + "...")


def refuse_unabsorbed_edits(assignment: Assignment) -> None:
    """Stop when the master was edited after it was assembled.

    Raises:
        HomeworkError: naming both ways out.

    """
    master = read_master(assignment.master)
    if digest(master.cells) == master.digest:
        return
    if master.cells != master_cells(assignment):
        raise HomeworkError(
            assignment.master,
            "has edits that its question folders lack.",
            f"Keep them: `homework absorb {assignment.name}`. "
            f"Drop them: `homework assemble --force {assignment.name}`.",
        )


def absorb(assignment: Assignment, *, shared: bool = False) -> list[Path]:
    """Write a master's edits into the folders; return the files that changed.

    A file that was edited in its folder only keeps that edit.

    Args:
        assignment: whose master was edited.
        shared: whether the cells that every assignment ends with may change, too.

    Raises:
        HomeworkError: when a file was edited in both places, when the edit touches
            what a folder says elsewhere (tests, points, names), when a solution is
            gone, or when other assignments would change unasked.

    """
    master = read_master(assignment.master)
    parts = split(assignment, master.cells)
    if not master.parts:
        raise HomeworkError(
            assignment.master,
            "has no record any more of what it was assembled from: some front ends "
            "drop a notebook's metadata.",
            "Bring its edits over by hand, then run "
            f"`homework assemble --force {assignment.name}`.",
        )
    _refuse_edits_of_derived_cells(assignment, master, parts)
    changes = {
        path: found
        for path, found in parts.files.items()
        if _is_edited(assignment, master, path, found)
    }
    for path, found in changes.items():
        _refuse_a_lost_solution(assignment, path, found)
    if assignment.hand_in in changes and not shared:
        raise HomeworkError(
            assignment.master,
            "has other cells at its end, which every assignment shares.",
            "Move a cell of this assignment above the raw cell "
            f"`{CLOSING_MARKS['hand_in']}`. To change all assignments: "
            f"`homework absorb --shared {assignment.name}`.",
        )
    texts = {path: _text(assignment, path, found) for path, found in changes.items()}
    for path, text in texts.items():
        if text:
            write_text(path, text)
        else:
            path.unlink()
    assemble(assignment, force=True)
    return list(texts)


def _refuse_a_lost_solution(
    assignment: Assignment, path: Path, cells: list[Cell]
) -> None:
    """Stop when a question had a solution cell and the master has none for it."""
    had = path.exists() and any(SOLUTION in c.tags for c in read_cells(path).cells)
    if had and not any(SOLUTION in cell.tags for cell in cells):
        raise HomeworkError(
            assignment.master,
            f"has no solution cell of '{path.parent.name}' any more.",
            "Put it back, between its raw cells `# BEGIN SOLUTION` and "
            "`# END SOLUTION`; to drop the whole question, delete its folder.",
        )


def _text(assignment: Assignment, path: Path, cells: list[Cell]) -> str:
    """Render one file; a file whose last cell was deleted is rendered as nothing."""
    settings = read_cells(path).settings if path.exists() else ""
    if not cells and not settings:
        return ""
    try:
        return write_cells(CellFile(settings, tuple(cells)))
    except ValueError as error:
        raise HomeworkError(
            assignment.master,
            f"has a cell that text cannot carry: {_opening(error.args[0].source)}.",
            "Code starts at the margin, closes its quotes within the cell, and has no "
            "line that begins with `# %%`; no cell holds control characters.",
        ) from error


def _is_edited(
    assignment: Assignment, master: Master, path: Path, found: list[Cell]
) -> bool:
    """Say whether the master's version of a file is the one to keep."""
    here = list(read_cells(path).cells) if path.exists() else []
    base = master.parts.get(_part_name(assignment, path), digest([]))
    if found == here or digest(found) == base:
        return False
    if digest(here) != base:
        raise HomeworkError(
            path,
            f"was edited here and in {assignment.master.name}, in different ways.",
            "Bring the master's edit over by hand, then run "
            f"`homework assemble --force {assignment.name}`.",
        )
    return True


def _refuse_edits_of_derived_cells(
    assignment: Assignment, master: Master, parts: Parts
) -> None:
    """Stop when raw cells or test cells were added, edited or removed."""
    recorded = {
        name: value
        for name, value in master.parts.items()
        if name.startswith("derived")
    }
    found = _part_digests(assignment, Parts(derived=parts.derived))
    for name in sorted({*recorded, *found}):
        if recorded.get(name) == found.get(name):
            continue
        question = name.removeprefix("derived").strip()
        cells = parts.derived.get(question, [])
        if question and _raw_cells(cells) == _raw_cells(
            _question_cells(assignment.question(question))
        ):
            raise HomeworkError(
                assignment.master,
                f"has edited test cells in '{question}'.",
                f"Tests are written in {assignment.question(question).tests}: edit "
                f"them there, then `homework assemble --force {assignment.name}`.",
            )
        raise HomeworkError(
            assignment.master,
            f"has added, edited or missing raw cells ({question or 'assignment'}).",
            "Names, order and points come from the folders: add a question with "
            f"`homework new {assignment.name} QUESTION`; rename its folder to rename.",
        )


def _raw_cells(cells: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.kind == "raw"]
