"""Released zips and notebooks on another Python than the one that they were proven on.

Our engine grades every solution, accepted answer and sample on this Python, and each
solution notebook runs in a kernel from its first cell to the zip that it hands in,
which is graded too. What came of it is noted for docs/quality.md.
"""

from __future__ import annotations

import json
import math
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from homework.base.files import write_zip
from homework.grading.engine import Engine
from homework.proof.elsewhere import note, versions
from homework.questions.answers import Answer
from homework.questions.layout import Assignment, Repository
from homework.questions.packages import packages
from homework.questions.student_files import pack, solution_files
from homework.release import stock
from homework.release.places import Places, released
from homework.release.samples import (
    hand_in,
    packed,
    samples_of,
    solutions,
    submission,
    write_submission,
)

SECONDS_A_NOTEBOOK = 1200.0


def grade_here(
    repository: Repository,
    assignments: Sequence[Assignment],
    *,
    done: Callable[[Assignment], None] = lambda _: None,
) -> list[str]:
    """Grade what is released with this Python, and note the outcome.

    Returns:
        Where a submission has not the points that it should, a sentence each.

    """
    lost: list[str] = []
    blank: dict[str, str] = {}
    graded = 0
    for assignment in (each for each in assignments if not each.drafts):
        missing = _missing(assignment)
        if missing:
            blank[assignment.name] = f"{', '.join(missing)} is not installed"
        else:
            with tempfile.TemporaryDirectory() as scratch:
                count, problems = _grade(repository, assignment, Path(scratch))
            graded += count
            lost += problems
        done(assignment)
    note(repository, versions(), {"graded": graded, "wrong": lost, "blank": blank})
    return lost


def _missing(assignment: Assignment) -> list[str]:
    """List the packages of an assignment that are not installed here."""
    found = []
    for name in packages(assignment) or ():
        try:
            distribution(name)
        except PackageNotFoundError:
            found.append(name)
    return found


def _grade(
    repository: Repository, assignment: Assignment, scratch: Path
) -> tuple[int, list[str]]:
    """Return how many submissions were graded, and what is wrong with their points."""
    places = released(repository, assignment)
    problems: list[str] = []
    count = 0
    with Engine(_open_to_all_packages(places.autograder, scratch)) as engine:

        def lost(
            path: Path, wanted: float | None = None, question: str = ""
        ) -> list[str]:
            nonlocal count
            count += 1
            found = engine.grade(path)
            if not found.is_graded:
                return [f"{path.parent.name} has no score: {found.status}"]
            own = found.questions.get(question, {})
            score = own.get("score", found.score)
            right = own.get("possible", found.possible) if wanted is None else wanted
            if math.isclose(score, right, abs_tol=1e-6):
                return []
            return [f"{path.parent.name} gets {score:g}, not {right:g}"]

        for sample in samples_of(repository, assignment):
            problems += lost(
                hand_in(places, sample, scratch / sample.name), sample.score
            )
        for number, row in enumerate(packed(assignment, "accepted"), 1):
            name = f"accepted answers {number}"
            if lost(_answered(assignment, places, row, scratch / name)):
                # Some do not fit what stands on them: each is asked for its own points.
                for question, answer in row.items():
                    folder = scratch / f"{question} {answer.path.stem}"
                    path = _answered(assignment, places, {question: answer}, folder)
                    problems += lost(path, question=question)
        exported, said = _run_notebook(places, scratch / "what its notebook packs")
        problems += said + (lost(exported) if exported else [])
    where = f"{assignment.name} with Python {platform.python_version()}"
    return count, [f"{where}: {problem}" for problem in problems]


def _answered(
    assignment: Assignment, places: Places, row: Mapping[str, Answer], folder: Path
) -> Path:
    """Write a submission with these answers, and the solution of all others."""
    filled = {name: answer.source for name, answer in row.items()}
    made = submission(places.notebook, solutions(assignment) | filled)
    path = write_submission(made, folder / places.notebook.name)
    files = solution_files(assignment)
    return pack(path, files, folder / "handed_in.zip") if files else path


def _open_to_all_packages(archive: Path, scratch: Path) -> Path:
    """Copy a zip, without its list of packages: some accepted answers use others."""
    with zipfile.ZipFile(archive) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    settings = json.loads(entries["grading.json"])
    settings.pop("packages", None)
    entries["grading.json"] = json.dumps(settings).encode()
    write_zip(scratch / archive.name, entries)
    return scratch / archive.name


def _run_notebook(places: Places, folder: Path) -> tuple[Path | None, list[str]]:
    """Run a solution notebook as a student does; return its zip, and what failed."""
    shutil.copytree(places.student, folder)
    shutil.copyfile(places.solution, folder / places.solution.name)
    command = "nbconvert --to notebook --execute --allow-errors --output ran.ipynb"
    try:
        done = subprocess.run(
            [sys.executable, "-m", *command.split(), places.solution.name],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS_A_NOTEBOOK,
            env=stock.environment(),
        )
    except subprocess.TimeoutExpired:
        return None, [f"its notebook takes longer than {SECONDS_A_NOTEBOOK:g} s"]
    if done.returncode:
        said = done.stderr.strip().splitlines()
        return None, [f"its notebook does not run: {said[-1] if said else ''}"]
    ran = json.loads((folder / "ran.ipynb").read_text(encoding="utf-8"))
    problems = [problem for cell in ran["cells"] for problem in _failures(cell)]
    zips = [path for path in folder.glob("*.zip") if path.stem != places.name]
    if not zips:
        problems.append("its last cell writes no zip")
    return (zips[0] if zips else None), problems


def _failures(cell: dict[str, object]) -> Iterator[str]:
    outputs = cell.get("outputs")
    source = "".join(str(part) for part in _list(cell.get("source")))
    for output in _list(outputs):
        assert isinstance(output, dict)
        if output.get("output_type") == "error":
            yield f"a cell fails: {output.get('ename')}: {output.get('evalue')}"
        said = "".join(map(str, _list(output.get("text"))))
        if source.startswith("grader.check") and "failed" in said.lower():
            yield f"{source} says: {said.splitlines()[0]}"


def _list(value: object) -> list[object]:
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) else []
