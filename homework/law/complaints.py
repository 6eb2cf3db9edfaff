"""What `homework check` says when a law is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from homework.base.errors import HomeworkError, unreadable

Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Complaint:
    """One broken law: where, what, and what mends it."""

    where: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem} {self.remedy}"


Found = Iterator[Complaint]


def hold(law: Callable[[Subject], Found], subject: Subject) -> list[Complaint]:
    """Hold something against one law.

    A file that cannot be read is a breach too, and so is whatever a law stumbles over:
    an author gets a sentence for it, and all other complaints.
    """
    found: list[Complaint] = []
    try:
        for complaint in law(subject):
            found.append(complaint)
    except HomeworkError as error:
        found.append(Complaint(error.where, error.problem, error.remedy))
    except Exception as error:
        if known := unreadable(error):
            return [*found, Complaint(known.where, known.problem, known.remedy)]
        found.append(
            Complaint(
                _place(subject),
                f"cannot be held against a law ({type(error).__name__}: {error}).",
                "Look at what was changed last, most likely a setting.",
            )
        )
    return found


def _place(subject: object) -> str:
    """Name the file or folder of what is held against a law."""
    for name in ("source", "folder", "path", "root"):
        if isinstance(path := getattr(subject, name, None), Path):
            return str(path)
    return str(subject)


def at(path: Path, line: int = 1) -> str:
    """Name a line of a file."""
    return f"{path}:{line}"


def line_of(path: Path, start: str) -> int:
    """Return the number of the first line that starts so, or 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(
        (n for n, line in enumerate(lines, 1) if line.lstrip().startswith(start)), 1
    )
