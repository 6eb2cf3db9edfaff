"""`homework import`: from a file to question folders, and what to say about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.grading.sandbox.sandbox import SandboxError
from homework.masters.convert import convert
from homework.masters.master import Draft
from homework.masters.trial import Verdict, attempt
from homework.masters.write import slug, write
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import assemble


@dataclass(frozen=True)
class Imported:
    """A new assignment, what it was made of, and what came of trying it."""

    assignment: Assignment
    draft: Draft
    verdict: Verdict | None

    @property
    def summary(self) -> str:
        """The first line that the author reads."""
        questions = self.draft.questions
        manual = sum(1 for question in questions if question.manual)
        tests = sum(len(question.tests) for question in questions)
        by_hand = f", {manual} of them for a person" if manual else ""
        return (
            f"{self.assignment.name}: {len(questions)} questions{by_hand}, {tests} "
            f"tests, from a master of {self.draft.style}"
        )

    @property
    def scores(self) -> str:
        """What solution and blank got, and whether all of it holds."""
        if self.verdict is None:
            return "Not tried: nothing says that the solution passes its tests."
        found = self.verdict
        if all(question.manual for question in self.draft.questions):
            return "A person grades all of it."
        return (
            f"The solution gets {found.solution:g} of {found.possible:g} points, the "
            f"blank {found.blank:g}."
        )


def bring_in(
    repository: Repository,
    master: Path,
    *,
    name: str = "",
    tried: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Imported:
    """Make an assignment of a master; with an error nothing is left behind.

    Args:
        repository: where it goes.
        master: a notebook of stock Otter or of nbgrader.
        name: of the assignment; by default the file's.
        tried: whether to build it with Otter and grade its solution and its blank.
        tell: is called with what is done.

    Raises:
        HomeworkError: when the master cannot be read, or the name is taken.

    """
    name = name or slug(master.stem)
    if name != slug(name):
        raise HomeworkError(
            name, "is no name.", "Use lower_case_with_underscores after --name."
        )
    folder = repository.assignments_folder / name
    if folder.exists():
        raise HomeworkError(
            folder, "is there already.", "Choose another name: `--name`."
        )
    if not (repository.assignments_folder / "checks" / "carried.py").is_file():
        raise HomeworkError(
            repository.assignments_folder / "checks",
            "has no carried.py, on which imported tests stand.",
            "Copy it from the tools' own repository.",
        )
    tell("read the master")
    draft = convert(master)
    verdict = None
    if tried:
        tell("build it with Otter, grade its solution and its blank")
        try:
            verdict = attempt(draft, repository, name)
        except SandboxError as error:
            raise HomeworkError(
                name, f"cannot be tried here: {error}.", "Import it with --untried."
            ) from error
    try:
        assignment = write(draft, repository, name)
        assemble(assignment)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Imported(assignment, draft, verdict)
