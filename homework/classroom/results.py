"""The folder of results: what makes it one of ours, and what may be written there."""

from __future__ import annotations

from pathlib import Path

from homework.base.errors import HomeworkError

LEDGER = "ledger.sqlite"
# What the commands write there; without a ledger, it is somebody else's.
TABLES = ("scores.csv", "regrade.csv", "canvas.csv", "moodle.csv", "grades.csv")
PAGES = ("report.html", "similar.html", "feedback/*.html")
WRITTEN = (*TABLES, *PAGES, "*.json", "*/*.json", "replay.zip")
SQLITE, VERSION = b"SQLite format 3\0", 1
VERSION_AT = 60  # of a database's first bytes: where `PRAGMA user_version` stands


def has_ledger(folder: Path) -> bool:
    """Whether a folder holds a ledger; an empty file is none."""
    path = folder / LEDGER
    return path.is_file() and path.stat().st_size > 0


def is_results(folder: Path) -> bool:
    """Whether a folder holds a ledger of ours, by the file's first bytes."""
    path = folder / LEDGER
    try:
        if path.is_symlink() or not has_ledger(folder):
            return False
        with path.open("rb") as file:
            head = file.read(VERSION_AT + 4)
    except OSError:
        return False
    return head.startswith(SQLITE) and int.from_bytes(head[VERSION_AT:]) == VERSION


def make(folder: Path) -> None:
    """Make the folder, which git leaves out, or see that nothing in it is replaced.

    Raises:
        HomeworkError: when it cannot be made, or holds what is not known to be ours.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeworkError(
            folder, f"cannot be made ({error.strerror}).", "Name another with -o."
        ) from error
    if not any(folder.iterdir()):
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    # Looked for first: a run that has just made its ledger writes files after it.
    there = next((p for name in WRITTEN for p in sorted(folder.glob(name))), None)
    if there and not has_ledger(folder):
        raise HomeworkError(
            there,
            f"is there already, and no {LEDGER} says that it can be written anew.",
            "Name another folder with -o, or move it away.",
        )
