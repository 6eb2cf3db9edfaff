"""Submissions as students would hand them in, made from the released notebook.

`tests/submissions/<assignment>.toml` describes samples: what each answers, which files
it hands in beside the notebook, and what stock Otter must give it.
"""

from __future__ import annotations

import math
import re
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import nbformat
from rich.box import SIMPLE
from rich.table import Table

from homework.base.errors import HomeworkError
from homework.base.files import write_bytes, write_text
from homework.base.jobs import processors
from homework.questions.answers import Answer, answers, solution_source
from homework.questions.cells import SOLUTION, read_cells
from homework.questions.layout import Assignment, Question, Repository
from homework.questions.student_files import pack, solution_files
from homework.release import kept, stock
from homework.release.build_checks import expected
from homework.release.places import Places, released

CHECK = re.compile(r"grader\.check\(['\"](\w+)['\"]\)")
ANSWER_CELL = "otter_answer_cell"


# --- making submissions -------------------------------------------------------


def submission(notebook: Path, filled: Mapping[str, str]) -> Any:
    """Fill in a released notebook.

    Args:
        notebook: the student notebook.
        filled: by question name, what stands in its answer cell; every other
            question stays untouched.

    Returns:
        The notebook, not yet written.

    Raises:
        HomeworkError: when the notebook has no answer cell for a question.

    """
    made = nbformat.read(notebook, as_version=4)
    cells = _answer_cells(made)
    for name, source in filled.items():
        if name not in cells:
            raise HomeworkError(
                notebook,
                f"has no answer cell for '{name}'.",
                f"It has: {', '.join(cells)}.",
            )
        cells[name]["source"] = source
    return made


def _answer_cells(notebook: Any) -> dict[str, Any]:
    """Find each question's answer cell; a training may stand between it and a check."""
    found, last = {}, None
    for cell in notebook["cells"]:
        checked = CHECK.fullmatch(cell["source"].strip())
        if checked and last:
            found[checked[1]] = last
        if checked:
            last = None
        for name in cell["metadata"].get("otter", {}).get("tests", ()):
            found[name] = cell  # hidden tests only: Otter gives it no check
        if ANSWER_CELL in cell["metadata"].get("tags", ()):
            last = cell if cell["cell_type"] == "code" else None
    return found


def write_submission(made: Any, path: Path) -> Path:
    """Write a submission; it has to have the released notebook's name."""
    write_text(path, nbformat.writes(made) + "\n")
    return path


def solutions(assignment: Assignment) -> dict[str, str]:
    """Return the solution of every autograded question."""
    return {
        question.name: solution_source(question)
        for question in assignment.questions
        if _is_coded(question)
    }


def _is_coded(question: Question) -> bool:
    cells = read_cells(question.source).cells
    return any(SOLUTION in cell.tags and cell.kind == "code" for cell in cells)


def packed(assignment: Assignment, verdict: str) -> list[dict[str, Answer]]:
    """Spread all ``accepted`` or ``rejected`` answers over few submissions.

    Returns:
        For each submission one answer for each question that has one left; the
        questions that are not named are meant to hold their solutions.

    """
    columns = [answers(question, verdict) for question in assignment.questions]
    return [
        {answer.question.name: answer for answer in row if answer}
        for row in zip_longest(*columns)
    ]


# --- samples ------------------------------------------------------------------


@dataclass(frozen=True)
class Sample:
    """A submission that is described in `tests/submissions`."""

    assignment: Assignment
    name: str
    about: str
    score: float
    filled: dict[str, str]
    files: dict[str, bytes]  # handed in beside the notebook


@dataclass(frozen=True)
class Graded:
    """A sample with what stock Otter gave it, or why there is no score."""

    sample: Sample
    scores: stock.Scores | None
    seconds: float | None = None  # None: kept from an earlier time
    problem: str = ""

    @property
    def is_as_expected(self) -> bool:
        """Whether the total is the one that the sample says."""
        return self.scores is not None and math.isclose(
            self.scores.earned, self.sample.score, abs_tol=1e-6
        )


def samples_of(repository: Repository, assignment: Assignment) -> list[Sample]:
    """Read an assignment's samples; none when nothing is described.

    Raises:
        HomeworkError: when a description is not one, or names an unknown answer.

    """
    path = repository.root / "tests" / "submissions" / f"{assignment.name}.toml"
    if not path.exists():
        return []
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return [
            Sample(
                assignment,
                name,
                str(table["about"]),
                _score(assignment, table["score"]),
                _filled(assignment, table["answers"], f"{path}, [{name}]"),
                _files(assignment, table),
            )
            for name, table in tables.items()
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise HomeworkError(
            path,
            f"does not describe samples: {type(error).__name__}: {error}.",
            "Each table needs `about`, `score` and `answers`, and may have `files`.",
        ) from error


def _score(assignment: Assignment, described: Any) -> float:
    """Read a score; ``"all"`` stands for the sum of the points."""
    if described == "all":
        return sum(expected(assignment).values())
    return float(described)


def _filled(assignment: Assignment, described: Any, where: str) -> dict[str, str]:
    if described == "solution":
        return solutions(assignment)
    return {
        name: _source(assignment.question(name), text, where)
        for name, text in described.items()
    }


def _files(assignment: Assignment, table: dict[str, Any]) -> dict[str, bytes]:
    """Read `files = ["base.json"]`; by default the solution has all of its files."""
    known = solution_files(assignment)
    complete = table["answers"] == "solution"
    return {name: known[name] for name in table.get("files", known if complete else ())}


def _source(question: Question, text: str, where: str) -> str:
    """Read "solution", "rejected/name", "accepted/name", or take code as it is."""
    if text == "solution":
        return solution_source(question)
    verdict, slash, name = text.partition("/")
    if not slash or verdict not in ("accepted", "rejected"):
        return text
    known = {answer.path.stem: answer for answer in answers(question, verdict)}
    if name not in known:
        raise HomeworkError(
            where,
            f"names '{text}', which {question.name} does not have.",
            f"It has: {', '.join(known)}.",
        )
    return known[name].source


def hand_in(places: Places, sample: Sample, folder: Path) -> Path:
    """Write a sample as a student hands it in: a notebook, or a zip with its files.

    Who has every solution hands in the solution notebook, which the release grades too.

    Args:
        places: the release.
        sample: what is handed in.
        folder: where it is written.

    """
    path = folder / places.notebook.name
    if not sample.filled:
        write_bytes(path, places.notebook.read_bytes())
    elif sample.filled == solutions(sample.assignment):
        write_bytes(path, places.solution.read_bytes())
    else:
        write_submission(submission(places.notebook, sample.filled), path)
    if not sample.files:
        return path
    return pack(path, sample.files, folder / "handed_in.zip")


def grade_samples(
    repository: Repository,
    samples: list[Sample],
    *,
    again: bool = False,
    done: Callable[[], None] = lambda: None,
) -> list[Graded]:
    """Write samples to `build/submissions` and grade them, one a processor.

    Args:
        repository: where the releases are.
        samples: what to grade.
        again: grade also what stock Otter graded before, as it is.
        done: called after each.

    Raises:
        HomeworkError: when an assignment is not released.

    """
    places = {
        each.assignment: released(repository, each.assignment) for each in samples
    }
    ledgers = {
        each: kept.Ledger(repository, each.name, places[each].autograder)
        for each in places
    }

    def one(sample: Sample) -> Graded:
        ledger = ledgers[sample.assignment]
        folder = repository.build / "submissions" / sample.assignment.name / sample.name
        path = hand_in(places[sample.assignment], sample, folder)
        known = None if again else ledger.find(path)
        graded = Graded(sample, known) if known else _by_stock(sample, ledger, path)
        done()
        return graded

    with ThreadPoolExecutor(processors()) as pool:
        return list(pool.map(one, samples))


def _by_stock(sample: Sample, ledger: kept.Ledger, path: Path) -> Graded:
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            scores, problem = ledger.grade(path, Path(scratch)), ""
        except HomeworkError as error:
            scores, problem = None, str(error)
    return Graded(sample, scores, time.perf_counter() - start, problem)


def grade(places: Places, submitted: Path) -> stock.Scores:
    """Grade a notebook with stock Otter on the released zip.

    Args:
        places: the release.
        submitted: the notebook; it is graded under the name that students have.

    Raises:
        HomeworkError: when there is no score.

    """
    with tempfile.TemporaryDirectory() as scratch:
        handed_in = Path(scratch, "submission", places.notebook.name)
        write_bytes(handed_in, submitted.read_bytes())
        return stock.run(places.autograder, handed_in, Path(scratch, "results"))


def table(graded: list[Graded]) -> Iterator[Table]:
    """Yield a table for each assignment: a row for each question, a column a sample."""
    by_name = {each.sample.assignment.name: each.sample.assignment for each in graded}
    for assignment in by_name.values():
        shown = [each for each in graded if each.sample.assignment == assignment]
        worth = expected(assignment)
        made = Table(title=assignment.name, box=SIMPLE, pad_edge=False)
        made.add_column("question", no_wrap=True)
        for each in shown:
            heading = each.sample.name.replace("_", "\n")
            made.add_column(heading, justify="right", overflow="fold")
        made.add_column("of", justify="right")
        for name, points in worth.items():
            made.add_row(name, *(_earned(each, name) for each in shown), f"{points:g}")
        made.add_section()
        made.add_row("total", *map(_total, shown), f"{sum(worth.values()):g}")
        made.add_row("expected", *(f"{each.sample.score:g}" for each in shown))
        made.add_row("time", *(_time(each) for each in shown))
        yield made


def _earned(graded: Graded, name: str) -> str:
    score = graded.scores.questions.get(name) if graded.scores else None
    return f"{score.earned:g}" if score else ""


def _time(graded: Graded) -> str:
    return "kept" if graded.seconds is None else f"{graded.seconds:.1f} s"


def _total(graded: Graded) -> str:
    if graded.scores is None:
        return "[red]no score"
    total = f"{graded.scores.earned:g}"
    return total if graded.is_as_expected else f"[red]{total}"
