"""What stock `otter assign` makes of an assignment, in a form that stays the same."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from checks.typeset import typeset
from checks.written import written_questions
from homework.base.files import write_bytes, write_zip
from homework.gradescope import bundle
from homework.questions.cells import IGNORED_WHEN_GRADING
from homework.questions.layout import Assignment
from homework.questions.masters import SHIPPED_TO_ALL, SHIPPED_TO_GRADER
from homework.questions.packages import packages
from homework.questions.student_files import names, solution_files
from homework.release import needed, stock
from homework.release.address import published
from homework.release.commentary import without_commentary
from homework.release.first_cell import first_cell, put_first_cell
from homework.release.last_cells import put_last_cells
from homework.release.places import Places
from homework.release.student_folder import beside, for_colab, sources
from homework.release.used import without_unused

# How Otter would install and run itself on Gradescope; our own scripts stand there.
OTTERS_OWN = ("setup.sh", "run_autograder", "run_otter.py")

MAY_FAIL = "raises-exception"
"""The tag of a cell whose error stops no *Run all*, as JupyterLab reads it."""


@dataclass(frozen=True)
class Built:
    """What `otter assign` made, in a form that depends on the assignment only."""

    student: dict[str, bytes]
    solution: bytes
    autograder: dict[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """Every file, under the place that it is made for."""
        student = {f"student/{name}": text for name, text in self.student.items()}
        inside = {f"autograder/{name}": text for name, text in self.autograder.items()}
        return {**student, **inside, "solutions": self.solution}


def build(assignment: Assignment, tree: Path) -> Built:
    """Run stock Otter on a copy of what ships.

    Args:
        assignment: what to build.
        tree: a new folder, for the copy and for what Otter writes.

    Raises:
        HomeworkError: when Otter fails.

    """
    master = copy_what_ships(assignment, tree)
    out = tree / "out"
    stock.assign(master, out)
    theirs = needed.for_students(assignment)
    files = (path for path in sorted((out / "student").rglob("*")) if path.is_file())
    student = {
        place.as_posix(): path.read_bytes()
        for path in files
        if (place := path.relative_to(out / "student")) in theirs
        or place.parts[0] not in SHIPPED_TO_ALL
    }
    root = assignment.folder.parent.parent
    at = published(root)
    student[master.name] = going_on(_ended(student[master.name]))
    student = _as_used(student, first_cell(assignment.name))
    student |= beside(assignment, student, at)
    cell = first_cell(
        assignment.name,
        at.folder(assignment.name),
        sha256(student["start.py"]).hexdigest(),
    )
    plain = for_colab(student[master.name], assignment.name, at)
    student[master.name] = _begun(plain, cell)
    (zipped,) = (out / "autograder").glob("*.zip")
    with zipfile.ZipFile(zipped) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    solution = (out / "autograder" / master.name).read_bytes()
    solution = _begun(_ended(solution), cell)
    right = {master.name: solution, **solution_files(assignment)}
    untouched = {master.name: student[master.name]}
    for name in OTTERS_OWN:
        entries.pop(name, None)
    tests = [data for name, data in entries.items() if name.startswith("tests/")]
    preload = bundle.preload(student, tests)
    settings = bundle.settings(
        root, preload, packages(assignment), student[master.name]
    )
    entries |= bundle.entries() | bundle.setup(root) | settings
    entries |= bundle.trial(assignment.name, right=right, untouched=untouched)
    return Built(student, _beside_figures(solution, assignment.name), entries)


def _as_used(student: dict[str, bytes], cell: str) -> dict[str, bytes]:
    """Leave out of `checks` the commentary, and what nothing else here uses."""
    checking = {name for name in student if re.fullmatch(r"checks/.*\.py", name)}
    others = {name: student[name] for name in student.keys() - checking}
    plain = {name: without_commentary(student[name].decode()) for name in checking}
    used = without_unused(plain, [cell, *sources(others)])
    return others | {name: source.encode() for name, source in used.items()}


def copy_what_ships(assignment: Assignment, tree: Path) -> Path:
    """Copy the master and what grading needs, links resolved; return the master.

    A folder of which nothing is needed is there, but empty: Otter asks for it.
    """
    folder = tree / "assignments" / assignment.name
    folder.mkdir(parents=True)
    settings = assignment.folder.parent.parent / "otter_config.json"
    shutil.copyfile(settings, tree / "otter_config.json")
    for name in (*SHIPPED_TO_ALL, *SHIPPED_TO_GRADER):
        if (assignment.folder / name).is_dir():
            (folder / name).mkdir()
    for path in sorted(needed.for_grader(assignment)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(assignment.folder / path, folder / path)
    for name in names(assignment):
        shutil.copyfile(assignment.folder / name, folder / name)
    return Path(shutil.copyfile(assignment.master, folder / assignment.master.name))


def _ended(notebook: bytes) -> bytes:
    """Drop the tools' metadata, and put in our own last cells.

    What lies beside a notebook knows its cells, so this comes before.
    """
    plain = json.loads(notebook)
    plain["metadata"].pop("homework", None)
    put_last_cells(plain)
    return json.dumps(plain).encode()


def going_on(notebook: bytes) -> bytes:
    """Let *Run all* pass a given cell whose answers are missing: the rest counts."""
    plain = json.loads(notebook)
    for cell in plain["cells"]:
        tags = cell["metadata"].get("tags", [])
        if IGNORED_WHEN_GRADING in tags:
            tags.append(MAY_FAIL)
    return json.dumps(plain).encode()


def _beside_figures(notebook: bytes, name: str) -> bytes:
    """Show figures from where an instructor has them: none lie in `solutions/`."""
    place = f"](../assignments/{name}/figures/"
    return notebook.replace(b"](figures/", place.encode())


def _begun(notebook: bytes, cell: str) -> bytes:
    """Put in our own first cell, and write the notebook in one form."""
    plain = json.loads(notebook)
    put_first_cell(plain, cell)
    text = json.dumps(plain, indent=1, ensure_ascii=False, sort_keys=True)
    return f"{text}\n".encode()


def stage(built: Built, staged: Places) -> None:
    """Write a build as it will lie in the repository."""
    for name, content in built.student.items():
        write_bytes(staged.student / name, content)
    write_bytes(staged.solution, built.solution)
    staged.autograder.parent.mkdir(parents=True, exist_ok=True)
    write_zip(staged.autograder, built.autograder)
    if b"save_written_answers" in staged.notebook.read_bytes():
        sheets = written_questions(staged.notebook)
        # The same letters on every machine.
        typeset(sheets, staged.outline, title=staged.name, system_fonts=False)
