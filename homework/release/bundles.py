"""Several notebooks that are handed in as one homework.

`homework.toml` says which. A homework gets one student bundle (a zip with a folder
per notebook) and one Gradescope zip that grades each notebook by its own tests.
"""

from __future__ import annotations

import ast
import json
import tempfile
import zipfile
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import write_zip
from homework.base.settings import read_table
from homework.base.syntax import parse
from homework.gradescope import bundle as gradescope
from homework.questions import answers, student_files
from homework.questions.layout import Assignment, Repository
from homework.release.address import Published, published
from homework.release.needed import for_students

# What of an assignment's zip is its own; the rest serves every assignment.
TESTS = ("files/", "tests/", "otter_config.json", "grading.json")


@dataclass(frozen=True)
class Homework:
    """Notebooks that form one homework."""

    name: str
    title: str
    notebooks: tuple[str, ...]


def homeworks(repository: Repository) -> list[Homework]:
    """Read the homeworks of `homework.toml`.

    Raises:
        HomeworkError: when one has the name of an assignment, names one that does not
            exist, or one whose students hand in more than a notebook.

    """
    path = repository.root / "homework.toml"
    tables = read_table(path, "homeworks")
    known = {assignment.name: assignment for assignment in repository.assignments()}
    for name, table in tables.items():
        where = f"{path}, [homeworks.{name}]"
        if name in known:
            raise HomeworkError(
                where, "has the name of an assignment.", "Choose another name."
            )
        if not isinstance(table, dict) or not isinstance(table.get("notebooks"), list):
            raise HomeworkError(
                where, "names no notebooks.", 'Write `notebooks = ["bn_drop", "cnn"]`.'
            )
        for notebook in table["notebooks"]:
            if notebook not in known:
                raise HomeworkError(
                    where,
                    f"names no assignment '{notebook}'.",
                    f"Assignments are: {', '.join(sorted(known))}.",
                )
            if student_files.names(known[notebook]):
                raise HomeworkError(
                    where,
                    f"names '{notebook}', whose students hand in files beside it.",
                    "Give it a Gradescope assignment of its own.",
                )
    return [
        Homework(name, str(table.get("title", name)), tuple(table["notebooks"]))
        for name, table in tables.items()
    ]


def bundle(repository: Repository, homework: Homework) -> list[Path]:
    """Build a homework's two zips from released assignments; return those changed.

    Raises:
        HomeworkError: when a notebook is not released, or brings what another asks for.

    """
    for asked, given in permutations(repository.assignments(homework.notebooks), 2):
        _refuse_answers(homework, asked, given)
    student = repository.root / "student" / f"{homework.name}.zip"
    grader = repository.root / "autograder" / f"{homework.name}.zip"
    return [
        path
        for path, entries in (
            (student, _student_entries(repository, homework)),
            (grader, _grader_entries(repository, homework)),
        )
        if write_zip(path, entries)
    ]


def _refuse_answers(homework: Homework, asked: Assignment, given: Assignment) -> None:
    """See that what students have beside one notebook answers nothing of another."""
    wanted = {
        name
        for question in asked.questions
        if question.tests.exists()
        for name in _defined(answers.solution_source(question))
    }
    for path in sorted(for_students(given) - for_students(asked)):
        if path.suffix == ".py":
            found = wanted & _defined((given.folder / path).read_bytes())
            if found:
                raise HomeworkError(
                    f"homework.toml, [homeworks.{homework.name}]",
                    f"lets '{given.name}' bring `{min(found)}` ({path}), which "
                    f"'{asked.name}' asks for.",
                    "Make them two homeworks: the second can come out when the first "
                    "has been handed in.",
                )


def _defined(source: str | bytes) -> set[str]:
    kinds = ast.FunctionDef | ast.ClassDef
    return {node.name for node in parse(source).body if isinstance(node, kinds)}


def _student_entries(repository: Repository, homework: Homework) -> dict[str, bytes]:
    badges = published(repository.root)
    listed = json.dumps(homework.notebooks) + "\n"
    entries = {
        f"{homework.name}/README.md": _readme(homework, badges).encode(),
        f"{homework.name}/homework.json": listed.encode(),
    }
    for notebook in homework.notebooks:
        folder = _released(repository, repository.root / "student" / notebook)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                inside = path.relative_to(folder.parent)
                entries[f"{homework.name}/{inside}"] = path.read_bytes()
    return entries


def _grader_entries(repository: Repository, homework: Homework) -> dict[str, bytes]:
    """Put each notebook's tests into a zip of their own; share the rest."""
    entries = gradescope.entries()
    for name in homework.notebooks:
        path = _released(repository, repository.root / "autograder" / f"{name}.zip")
        with zipfile.ZipFile(path) as archive:
            found = {entry: archive.read(entry) for entry in archive.namelist()}
        entries |= {e: data for e, data in found.items() if e.startswith("trial/")}
        tests = {e: data for e, data in found.items() if e.startswith(TESTS)}
        with tempfile.TemporaryDirectory() as folder:
            inner = Path(folder, f"{name}.zip")
            write_zip(inner, tests)
            entries[f"notebooks/{name}.zip"] = inner.read_bytes()
    return entries


def _released(repository: Repository, path: Path) -> Path:
    if not path.exists():
        raise HomeworkError(
            path.relative_to(repository.root),
            "is not built yet.",
            f"Run `homework release {path.stem}`.",
        )
    return path


def _readme(homework: Homework, badges: Published) -> str:
    folders = "\n".join(
        f"* `{name}/{name}.ipynb` {badges.badge(name)}".rstrip()
        for name in homework.notebooks
    )
    return (
        f"# {homework.title}\n\n"
        "This homework has more than one notebook:\n\n"
        f"{folders}\n\n"
        "Open each in its own folder and answer it.\n"
        "Then save all, and run the last cell of one: its zip holds all notebooks.\n"
        "Upload that zip to the one assignment on Gradescope.\n"
        "On Colab the last cell of each writes its own zip: upload all together.\n"
    )
