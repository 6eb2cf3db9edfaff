"""Try an imported assignment: build it, look for leaks, grade solution and blank.

Stock Otter builds it and our engine grades it, each in its sandbox, so that the code of
a master runs nowhere else. A test that the solution fails, or that the untouched
notebook passes, is mended where its meaning allows it, and named where not.
"""

from __future__ import annotations

import ast
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.grading.engine import Engine, Graded
from homework.masters import nbgrader
from homework.masters.cases import TRUE
from homework.masters.master import Draft, Test
from homework.masters.write import folders, write
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import assemble
from homework.questions.student_files import pack, solution_files
from homework.release.build import build, stage
from homework.release.leaks import scan, secrets_of
from homework.release.places import Places

ROUNDS = 4
SHOWS = re.compile(r"it shows ('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"), which is not")


@dataclass
class Verdict:
    """What came of a trial.

    Attributes:
        solution, blank: the points that they got.
        possible: what all tests are worth together.
        problems: sentences about what does not hold.

    """

    solution: float = 0.0
    blank: float = 0.0
    possible: float = 0.0
    problems: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether the solution has all points, the blank none, and nothing leaks."""
        return not self.problems


def attempt(draft: Draft, repository: Repository, name: str) -> Verdict:
    """Try a draft in a copy of the repository, and mend its tests.

    Raises:
        HomeworkError: when it cannot be written or assembled, or Otter refuses it.

    """
    with _copy_of(repository) as copy:
        for left in reversed(range(ROUNDS)):
            assignment = write(draft, copy, name)
            assemble(assignment, force=True)
            graded = _graded(assignment, copy)
            if graded.results is None:
                return Verdict(problems=graded.leaks)
            if not left or not _mend(draft, *graded.results):
                return _verdict(draft, graded.leaks, *graded.results)
            shutil.rmtree(assignment.folder)
    raise AssertionError("the last round returns")


@contextmanager
def _copy_of(repository: Repository) -> Iterator[Repository]:
    """Give a repository with the same shared folders and no assignment."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        course = root / "assignments"
        course.mkdir()
        for path in repository.assignments_folder.iterdir():
            if path.name in ("checks", "deeplearning", "references", "hand_in.py"):
                (course / path.name).symlink_to(path.resolve())
            elif path.name == "given":
                shutil.copytree(path, course / path.name)
        for settings in ("otter_config.json", "homework.toml"):
            if (repository.root / settings).is_file():
                shutil.copyfile(repository.root / settings, root / settings)
        yield Repository(root)


@dataclass
class _Trial:
    results: tuple[Graded, Graded] | None  # nothing where a person grades all
    leaks: list[str]


def _graded(assignment: Assignment, copy: Repository) -> _Trial:
    with tempfile.TemporaryDirectory() as folder:
        staged = Places(Path(folder, "staged"), assignment.name)
        stage(build(assignment, Path(folder, "tree")), staged)
        leaks = scan(staged.student, secrets_of(assignment), name="the student's copy")
        root = f"{copy.root}/"
        said = [str(each).replace(root, "") for each in leaks]
        if not any(each.tests.exists() for each in assignment.questions):
            return _Trial(None, said)
        handed_in = staged.solution
        files = solution_files(assignment)
        if files:
            handed_in = pack(handed_in, files, Path(folder, "with files.zip"))
        with Engine(staged.autograder) as engine:
            results = engine.grade(handed_in), engine.grade(staged.notebook)
    return _Trial(results, said)


def _rows(
    draft: Draft, graded: Graded
) -> Iterator[tuple[Test, dict[str, Any], str, int]]:
    """Yield each test with what came of it, its question and its place there."""
    for question, folder in zip(draft.questions, folders(draft), strict=True):
        rows = graded.questions.get(folder, {}).get("tests", [])
        # Otter's file and ours have the tests in one order.
        for place, (test, row) in enumerate(zip(question.tests, rows, strict=False)):
            yield test, row, question.name, place


def _mend(draft: Draft, solution: Graded, blank: Graded) -> bool:
    """Change tests that judge wrongly; return whether any was changed."""
    changed = False
    failed = {
        (name, place): row
        for _, row, name, place in _rows(draft, solution)
        if not row["passed"]
    }
    for test, _, name, place in _rows(draft, solution):
        row = failed.get((name, place))
        if row is not None and solution.is_graded:
            changed |= _mend_failure(draft, test, row)
    if not changed and blank.is_graded:
        for question in draft.questions:
            changed |= _mend_gifts(draft, question.name, blank)
    return changed


def _mend_failure(draft: Draft, test: Test, row: dict[str, Any]) -> bool:
    shown = SHOWS.search(row["message"])
    if shown and test.shown and test.shown not in TRUE:  # that would turn it around
        new = ast.literal_eval(shown.group(1))
        if new != test.shown:
            if test.shown != nbgrader.UNKNOWN:
                draft.note(
                    test.number,
                    f"the saved output {test.shown!r} is old: it is {new!r} now",
                )
            test.shown = new
            return True
    if test.guarded:
        test.guarded = False
        test.points = 0.0
        draft.note(test.number, "a blank passes this test, so it brings no points")
        return True
    if not test.there:
        test.there = True
        return True
    return False


def _mend_gifts(draft: Draft, name: str, blank: Graded) -> bool:
    """See to tests that the untouched notebook passes: they may bring no points."""
    rows = [(t, row) for t, row, question, _ in _rows(draft, blank) if question == name]
    gifts = [test for test, row in rows if row["passed"] and test.points]
    if not gifts:
        return False
    unguarded = [test for test in gifts if not test.guarded]
    if unguarded:
        for test in unguarded:
            test.guarded = True
        return True
    honest = [test for test, row in rows if not row["passed"]]
    for test in gifts:
        draft.note(test.number, f"a blank passes this test of {name}: no points")
        for other in honest:
            other.points = (other.points or 0.0) + (test.points or 0.0) / len(honest)
        test.points = 0.0
    if honest:
        draft.notes.append(f"{name}: its other tests bring these points")
    return True


def _verdict(
    draft: Draft, leaks: list[str], solution: Graded, blank: Graded
) -> Verdict:
    verdict = Verdict(solution.score, blank.score, solution.possible)
    verdict.problems += leaks
    for graded, what in ((solution, "the solution"), (blank, "the blank")):
        if not graded.is_graded:
            verdict.problems.append(f"{what} could not be graded: {graded.status}")
    for error in solution.errors[:5]:
        verdict.problems.append(f"the solution: {_text(error)}")
    for test, row, question, _ in _rows(draft, solution):
        if not row["passed"] and test.points:
            verdict.problems.append(
                f"{question}: the solution fails the test of cell {test.number}: "
                f"{_text({'error': row['message']})}"
            )
    if blank.is_graded and blank.score:
        verdict.problems.append(f"the blank gets {blank.score:g} points")
    return verdict


def _text(error: dict[str, Any]) -> str:
    lines = [
        line for line in str(error.get("error", error)).splitlines() if line.strip()
    ]
    return lines[-1].strip()[:200] if lines else ""
