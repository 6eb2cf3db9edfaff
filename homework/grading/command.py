"""`homework grade`: from the words of the command line to a table of scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.base.jobs import processors
from homework.grading.batch import find, grade_all, scores, scores_csv
from homework.grading.engine import Engine
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level, Limits, SandboxError

if TYPE_CHECKING:
    from rich.console import Console

MOST_ROWS = 60  # of the table; the CSV has all


def run(
    sources: Sequence[str],
    archive: Path,
    settings: Mapping[str, Any],
    out: str,
    *,
    jobs: int | None,
    level: str | None,
    console: Console,
) -> int:
    """Grade, show the scores, and return the exit code: 1 if anything has no score.

    Args:
        sources: notebooks, zips, or folders of them.
        archive: the zip for Gradescope.
        settings: what is said of grading, by name: ``times`` and ``limits``.
        out: the folder for results.
        jobs: submissions at once; by default one a processor.
        level: the sandbox's name; by default the strongest.
        console: where the table goes.

    Raises:
        HomeworkError: when a source or the level is not to be had.

    """
    submissions = find(map(Path, sources))
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise HomeworkError(folder, "is a file.", "Name a folder for results with -o.")
    try:
        engine = Engine(
            archive,
            level=_level(level),
            times=Times(**settings["times"]) if "times" in settings else None,
            limits=Limits(**settings["limits"]) if "limits" in settings else None,
        )
    except SandboxError as error:
        remedy = "Ask for less with --level, or use a machine that can."
        raise HomeworkError("homework grade", str(error), remedy) from error
    with engine:
        records = _with_progress(
            engine, submissions, folder, jobs or processors(), console
        )
        questions = engine.package.questions
    write_text(folder / "scores.csv", scores_csv(records, questions))
    _show(records, questions, console)
    return 0 if all(each["status"] == "graded" for each in records.values()) else 1


def _level(name: str | None) -> Level | None:
    if name is None:
        return None
    try:
        return Level[name.upper()]
    except KeyError as error:
        known = ", ".join(level.name.lower() for level in Level)
        raise HomeworkError(
            f"--level {name}", "is no level.", f"There are {known}."
        ) from error


def _with_progress(
    engine: Engine,
    submissions: dict[str, Path],
    out: Path,
    jobs: int,
    console: Console,
) -> dict[str, dict[str, Any]]:
    if len(submissions) == 1 or not console.is_terminal:
        return grade_all(engine, submissions, out, side_by_side=jobs)
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=console, transient=True
    ) as shown:
        task = shown.add_task("submissions", total=len(submissions))
        return grade_all(
            engine,
            submissions,
            out,
            side_by_side=jobs,
            done=lambda *_: shown.advance(task),
        )


def _show(
    records: dict[str, dict[str, Any]], questions: Sequence[str], console: Console
) -> None:
    from rich.table import Table

    table = Table(
        "submission", *[name.partition("_")[0] for name in questions], "total"
    )
    for name, record in list(records.items())[:MOST_ROWS]:
        if record["score"] is None:
            cells = ["" for _ in questions]
            console.print(f"{name}: {record['status']}", markup=False)
        else:
            cells = [f"{score:g}" for score in scores(record, questions)]
        total = "" if record["score"] is None else f"{record['score']:g}"
        table.add_row(name, *cells, total)
    console.print(table)
    layers = sorted({", ".join(each["layers"]) for each in records.values()} - {""})
    console.print(f"Sandbox: {'; '.join(layers)}", markup=False)
