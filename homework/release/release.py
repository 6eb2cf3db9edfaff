"""Question folders in, a proven release out.

Stock `otter assign` runs in two scratch folders; what it gives is put into one form,
compared, searched for leaks and graded by stock `otter run`. Only when nothing is
found do the student folder, the solution notebook and the Gradescope zip move to
their places, where git keeps them.
"""

from __future__ import annotations

import io
import tempfile
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.files import replace_folder, write_bytes, write_text
from homework.base.jobs import processors
from homework.base.progress import Clock
from homework.law.complaints import Complaint, Found, at, hold, line_of
from homework.proof.judgement import refuse_unproven
from homework.questions.layout import SHARED_FOLDERS, Assignment, Repository
from homework.questions.masters import (
    master_text,
    refuse_unabsorbed_edits,
)
from homework.questions.student_files import pack, solution_files
from homework.release import build_checks, kept, stock
from homework.release.build import Built, build, stage
from homework.release.leaks import scan, secrets_of
from homework.release.places import Places

# Assignments and their proofs are threads; as many as there are processors work.
_SLOTS = threading.BoundedSemaphore(processors())


README = """\
# {title}

`homework release` makes this folder from `assignments/`.
Do not edit anything in here: the next release overwrites it.

{text}
"""
READMES = {
    "student": README.format(
        title="What students download",
        text="One folder for each assignment.\n"
        "Hand out the whole folder: the notebook needs the folders beside it.",
    ),
    "solutions": README.format(
        title="Solution notebooks",
        text="One notebook for each assignment, with the solutions in their cells.\n"
        "Students must not see this folder.",
    ),
    "autograder": README.format(
        title="Zips for Gradescope",
        text="One zip for each assignment: upload it as the autograder.\n"
        "`...-written.pdf` is the blank written part: upload it as the template of a\n"
        "second Gradescope assignment and draw the outline on it, a page a question.\n"
        "The zips hold the hidden tests: students must not see this folder.",
    ),
}


@dataclass
class Outcome:
    """How one release went."""

    name: str
    findings: list[Complaint] = field(default_factory=list)
    refusal: HomeworkError | None = None
    unchanged: bool = False
    is_draft: bool = False
    clock: Clock = field(default_factory=Clock)


# --- one release --------------------------------------------------------------


def release_all(
    repository: Repository,
    assignments: list[Assignment],
    *,
    force: bool = False,
    drafts: bool = False,
    gate: Callable[[Repository, Assignment], None] = refuse_unproven,
    bar: Callable[[str], Callable[[str], None]] = lambda _: lambda _: None,
) -> list[Outcome]:
    """Release assignments side by side.

    Args:
        repository: where they are.
        assignments: which.
        force: build also what has not changed.
        drafts: whether what has a draft is built in ``build/drafts``, unproven.
        gate: refuses, with a `HomeworkError`, what may not be released.
        bar: opens a progress bar for a name.

    """

    def one(assignment: Assignment) -> Outcome:
        clock = Clock(tell=bar(assignment.name))
        try:
            if drafts and assignment.drafts:
                return build_draft(repository, assignment, force=force, clock=clock)
            refuse_drafts(assignment)
            gate(repository, assignment)
            return release(repository, assignment, force=force, clock=clock)
        except HomeworkError as refusal:
            return Outcome(assignment.name, refusal=refusal, clock=clock)

    with ThreadPoolExecutor(processors()) as pool:
        return list(pool.map(one, assignments))


def refuse_drafts(assignment: Assignment) -> None:
    """Stop when a question is a draft.

    Raises:
        HomeworkError: naming the first, and how to look at it.

    """
    for draft in assignment.drafts:
        raise HomeworkError(
            at(draft.source, line_of(draft.source, "# draft")),
            f"{draft.name} is a draft, so {assignment.name} is not released.",
            "Delete the line `# draft: true` and prove the question; to look at it, "
            f"`homework release --drafts {assignment.name}`.",
        )


def build_draft(
    repository: Repository,
    assignment: Assignment,
    *,
    force: bool = False,
    clock: Clock | None = None,
) -> Outcome:
    """Build an assignment as `release` does, into ``build/drafts``, for its author."""
    there = repository.build / "drafts"
    outcome = release(repository, assignment, force=force, clock=clock, root=there)
    outcome.is_draft = True
    return outcome


def release(
    repository: Repository,
    assignment: Assignment,
    *,
    force: bool = False,
    clock: Clock | None = None,
    root: Path | None = None,
) -> Outcome:
    """Build, prove, and move into place; with findings, nothing moves.

    Args:
        repository: where the assignment is.
        assignment: what to build.
        force: build also what has not changed.
        clock: is told of each step.
        root: where the release goes, with its records; by default the repository.

    Raises:
        HomeworkError: when the master is not what the folders say, or bytecode lies
            beside what ships.

    """
    outcome = Outcome(assignment.name, clock=clock or Clock())
    refuse_bytecode(assignment)
    refuse_stale_master(assignment)
    places = Places(root or repository.root, assignment.name)
    record = kept.home(Repository(places.root), "releases", assignment.name)
    made = {"python": kept.PYTHON, "inputs": kept.inputs(repository, assignment)}
    if not force and kept.read(record) == _with_outputs(made, places):
        outcome.unchanged = True
        return outcome
    repository.build.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=repository.build) as here,
        tempfile.TemporaryDirectory() as elsewhere,
    ):
        staged = Places(Path(here, "staged"), assignment.name)
        records = Repository(places.root)
        trial = Trial(
            records, assignment, staged, Path(elsewhere), outcome.clock, again=force
        )
        outcome.findings = _prove(trial)
        if not outcome.findings:
            with outcome.clock.step("move into place"):
                _move(staged, places)
    if not outcome.findings:
        kept.write(record, _with_outputs(made, places))
    return outcome


def _with_outputs(made: dict[str, str], places: Places) -> dict[str, str]:
    return {**made, "outputs": kept.digest(places.contents())}


def refuse_stale_master(assignment: Assignment) -> None:
    """Stop when the master is not the one that the folders make now.

    Raises:
        HomeworkError: naming what brings both together.

    """
    if assignment.master.exists():
        refuse_unabsorbed_edits(assignment)
        if assignment.master.read_text(encoding="utf-8") == master_text(assignment):
            return
    raise HomeworkError(
        assignment.master,
        "is not what its question folders make now.",
        f"Run `homework assemble {assignment.name}`.",
    )


def refuse_bytecode(assignment: Assignment) -> None:
    """Stop when bytecode lies where `otter assign` copies from: it holds solutions.

    Raises:
        HomeworkError: naming the first file or folder.

    """
    shared = [assignment.folder.parent / name for name in SHARED_FOLDERS]
    linked = [path for path in assignment.folder.iterdir() if path.is_symlink()]
    for folder in (assignment.folder, *linked, *shared):
        for path in sorted(folder.rglob("*")):
            if path.name == "__pycache__" or path.suffix in (".pyc", ".pyo"):
                raise HomeworkError(
                    path,
                    "is bytecode: it would ship, and it can hold a solution.",
                    "Run `make clean`.",
                )


def _prove(trial: Trial) -> list[Complaint]:
    """Build, stage what came out, and list everything that is wrong with it."""
    try:
        with _SLOTS, trial.clock.step("build"):
            trial.built = build(trial.assignment, trial.scratch / "tree")
    except HomeworkError as error:
        return [Complaint(error.where, error.problem, error.remedy)]
    stage(trial.built, trial.staged)
    with ThreadPoolExecutor(len(trial.proofs)) as pool:
        return [
            found for proof in pool.map(trial.hold, trial.proofs) for found in proof
        ]


@dataclass
class Trial:
    """One build and its proofs; they run side by side.

    Attributes:
        records: the repository whose records keep what stock Otter gave.
        staged: where the build lies until it is proven.
        scratch: an empty folder outside the repository.
        again: whether stock Otter grades also what it graded before.
        built: what was built.

    """

    records: Repository
    assignment: Assignment
    staged: Places
    scratch: Path
    clock: Clock
    again: bool
    built: Built | None = None

    @property
    def proofs(self) -> dict[str, Callable[[], Found]]:
        """What must hold, under the name that progress shows."""
        return {
            "build again": self._second_build,
            "search for leaks": self._leaks,
            "grade the solution": self._solution,
            "grade the untouched notebook": self._untouched,
            "read the zip": self._zip,
        }

    def hold(self, proof: str) -> list[Complaint]:
        """Carry out one proof; that it cannot be carried out is a finding too."""
        with _SLOTS, self.clock.step(proof):
            return hold(lambda trial: trial.proofs[proof](), self)

    def _second_build(self) -> Found:
        # On a path of another length, so that a path in the output is noticed.
        tree = self.staged.root.parent / "a second tree"
        again = build(self.assignment, tree)
        first = self.built.files if self.built else {}
        return build_checks.differences(first, again.files)

    def _leaks(self) -> Found:
        secrets = secrets_of(self.assignment)
        yield from scan(
            self.staged.student, secrets, name=f"student/{self.staged.name}"
        )

    def _solution(self) -> Found:
        handed_in = self.staged.solution
        files = solution_files(self.assignment)
        if files:
            handed_in = pack(handed_in, files, self.scratch / "with files" / "it.zip")
        graded = self._graded(handed_in)
        return build_checks.shortfalls(self.assignment, graded)

    def _untouched(self) -> Found:
        return build_checks.gifts(self.assignment, self._graded(self.staged.notebook))

    def _graded(self, notebook: Path) -> stock.Scores:
        ledger = kept.Ledger(self.records, self.staged.name, self.staged.autograder)
        known = None if self.again else ledger.find(notebook)
        return known or ledger.grade(notebook, self.scratch / notebook.parent.name)

    def _zip(self) -> Found:
        yield from build_checks.autograder_is_light(self.staged.autograder)
        yield from build_checks.export_needs_no_latex(self.staged.notebook)


def _move(staged: Places, places: Places) -> None:
    replace_folder(staged.student, places.student)
    write_bytes(places.solution, staged.solution.read_bytes())
    if not _same_entries(staged.autograder, places.autograder):
        write_bytes(places.autograder, staged.autograder.read_bytes())
    places.outline.unlink(missing_ok=True)
    if staged.outline.exists():
        write_bytes(places.outline, staged.outline.read_bytes())
    for folder, text in READMES.items():
        write_text(places.root / folder / "README.md", text)


def _same_entries(one: Path, other: Path) -> bool:
    """Compare zips by what is in them: another zlib packs the same otherwise."""
    if not (one.is_file() and other.is_file()):
        return False
    return _entries(one) == _entries(other)


def _entries(path: Path) -> list[tuple[Any, ...]] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            return [
                (info.filename, info.date_time, info.external_attr, archive.read(info))
                for info in archive.infolist()
            ]
    except zipfile.BadZipFile:
        return None
