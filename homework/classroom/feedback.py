"""A page for each submission: what its tests said, as far as students may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.files import remove_unfinished, write_text
from homework.classroom.ledger import Ledger
from homework.classroom.rows import about
from homework.classroom.templates import template
from homework.grading.batch import result_path


def write_pages(ledger: Ledger, folder: Path, *, published: bool) -> list[Path]:
    """Write a page for every submission of the last published run, and leave no other.

    Pages of who was in the class once go first; what is not ours stays.

    Args:
        ledger: of the class.
        folder: where the pages go, one a submission: a group shares it.
        published: whether students may see hidden tests.

    Returns:
        The pages' paths.

    Raises:
        HomeworkError: when nothing is published.

    """
    run = ledger.latest()
    if run is None:
        raise HomeworkError(
            ledger.path.parent,
            "holds no published scores.",
            "Run `homework grade` to its end first.",
        )
    entries = dict(ledger.entries(run))
    now = {_path(folder, name) for name, _, _ in ledger.outcomes(run)}
    for left in {_path(folder, name) for name in ledger.names()} - now:
        left.unlink(missing_ok=True)
    remove_unfinished(folder)
    several = {part for _, part, _ in ledger.records(run)}
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    paths: dict[str, Path] = {}
    for name, part, record in ledger.records(run):
        found.setdefault(name, []).append((part, record))
        if len(found[name]) == len(several):
            paths[name] = _write(
                folder, name, entries[name], found.pop(name), published
            )
    for name, records in found.items():
        paths[name] = _write(folder, name, entries[name], records, published)
    return list(paths.values())


def _write(
    folder: Path,
    name: str,
    entry: Mapping[str, Any],
    records: Sequence[tuple[str, dict[str, Any]]],
    published: bool,
) -> Path:
    path = _path(folder, name)
    write_text(path, page(name, entry, records, published=published))
    return path


def _path(folder: Path, name: str) -> Path:
    return result_path(folder, name).with_suffix(".html")


def page(
    name: str,
    entry: Mapping[str, Any],
    records: Sequence[tuple[str, dict[str, Any]]],
    *,
    published: bool,
) -> str:
    """Render one page: self-contained, without a script.

    Args:
        name: of the submission.
        entry: who handed it in.
        records: by part, what was found.
        published: whether students may see hidden tests.

    """
    several = len(records) > 1
    said = [
        f"{part}: {line}" if several else line
        for part, record in records
        for line in _about(record, published)
    ]
    questions = [
        _question(f"{part}: {question}" if several else question, content, published)
        for part, record in records
        if record["score"] is not None
        for question, content in record["questions"].items()
    ]
    return template("feedback.html").render(
        assignment=" and ".join(part for part, _ in records),
        submission=name,
        people=[each["name"] for each in entry["people"] if each["name"]],
        about=said,
        questions=questions,
    )


def _about(record: dict[str, Any], published: bool) -> Iterator[str]:
    if record["score"] is None:
        yield f"This could not be graded: {record['status']}."
        return
    rows = [row for each in record["questions"].values() for row in each["tests"]]
    hidden = sum(row["points"] for row in rows if row["hidden"])
    if published:
        yield f"{record['score']:g} of {record['possible']:g} points."
    else:
        public = [row for row in rows if not row["hidden"]]
        earned = sum(row["points"] for row in public if row["passed"])
        worth = sum(row["points"] for row in public)
        yield f"Public tests: {earned:g} of {worth:g} points."
        if hidden:
            yield (
                f"Hidden tests: {hidden:g} more points. You see them when grades are "
                "published."
            )
    yield from about(record)


def _question(name: str, content: dict[str, Any], published: bool) -> dict[str, Any]:
    shown = [row for row in content["tests"] if published or not row["hidden"]]
    earned = sum(row["points"] for row in shown if row["passed"])
    worth = sum(row["points"] for row in shown)
    shown = [
        row | {"message": row["message"].removeprefix("AssertionError: ")}
        for row in shown
    ]
    if published:
        earned, worth = content["score"], content["possible"]
    return {
        "name": name,
        "earned": f"{earned:g}",
        "worth": f"{worth:g}",
        "tests": shown,
    }
