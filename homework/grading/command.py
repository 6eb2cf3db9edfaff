"""`homework grade`: from the words of the command line to a table of scores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.base.jobs import processors
from homework.base.texts import one_line
from homework.grading.batch import find, grade_all, scores, scores_csv
from homework.grading.engine import Engine
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level, Limits, SandboxError

if TYPE_CHECKING:
    from rich.console import Console

MOST_ROWS = 60  # of the table; the CSV has all
MOST_NAMED = 20  # of those without a score, in the summary


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
    folder = Path(out)
    found = find(map(Path, sources), folder)
    if os.path.lexists(folder) and not os.path.isdir(folder):
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
            engine, found.submissions, folder, jobs or processors(), console
        )
        questions = engine.package.questions
    try:
        write_text(folder / "scores.csv", scores_csv(records, questions))
    except OSError as error:
        raise HomeworkError(
            folder / "scores.csv",
            f"cannot be written: {error.strerror}.",
            "Make room, and run the command again.",
        ) from error
    _show(records, questions, folder, console)
    for note in (*found.notes, *_summary(records, len(found.submissions))):
        console.print(one_line(note), markup=False, soft_wrap=True)
    is_graded = [each["status"] == "graded" for each in records.values()]
    return 0 if all(is_graded) and len(records) == len(found.submissions) else 1


def _summary(records: dict[str, dict[str, Any]], count: int) -> Iterator[str]:
    """Say how many were graded, and which were not."""
    without = [name for name, each in records.items() if each["status"] != "graded"]
    graded = len(records) - len(without)
    if len(records) < count:
        yield (
            f"stopped: {graded} of {count} are graded; run the same command to go on"
        )
        return
    named = ", ".join(without[:MOST_NAMED]) + ", …" * (len(without) > MOST_NAMED)
    not_graded = f", {len(without)} not: {named}" if without else ""
    yield f"{count} found, {graded} graded{not_graded}"


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
    records: dict[str, dict[str, Any]],
    questions: Sequence[str],
    folder: Path,
    console: Console,
) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(
        "submission", *[name.partition("_")[0] for name in questions], "total"
    )
    for name, record in records.items():
        said = record.get("remarks", [])
        for text in said if record["score"] is not None else [record["status"]]:
            line = f"{one_line(name)}: {one_line(text)}"
            console.print(line, markup=False, soft_wrap=True)
    for name, record in list(records.items())[:MOST_ROWS]:
        cells = [""] * (len(questions) + 1)
        if record["score"] is not None:
            every = (*scores(record, questions), record["score"])
            cells = [f"{score:g}" for score in every]
        table.add_row(Text(one_line(name)), *cells)
    console.print(table)
    if len(records) > MOST_ROWS:
        where = one_line(str(folder / "scores.csv"))
        text = f"{MOST_ROWS} of {len(records)} are shown; all are in {where}"
        console.print(text, markup=False, soft_wrap=True)
    layers = sorted({", ".join(each["layers"]) for each in records.values()} - {""})
    console.print(f"Sandbox: {'; '.join(layers)}", markup=False)
