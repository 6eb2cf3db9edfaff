"""The one kind of error that a user of the command can mend."""

from __future__ import annotations

import errno
from pathlib import Path

from homework.base.texts import one_line

# A folder in the place of a file, a file that is gone, a link that leads nowhere.
CANNOT_READ = {errno.EISDIR, errno.ENOENT, errno.ENOTDIR, errno.ELOOP}


class HomeworkError(Exception):
    """Wrong input: says where, what is wrong, and what mends it."""

    def __init__(self, where: Path | str, problem: str, remedy: str) -> None:
        """Join the three parts into the sentence that the user reads."""
        self.where, self.problem, self.remedy = str(where), problem, remedy
        super().__init__(f"{one_line(str(where))}: {problem} {remedy}")


def unreadable(error: Exception) -> HomeworkError | None:
    """Say what is wrong with a file that could not be read; `None` of other errors."""
    if isinstance(error, UnicodeDecodeError):
        where = _file_being_read(error)
        return HomeworkError(where, "is not UTF-8.", "Save it as UTF-8.")
    if isinstance(error, OSError) and error.errno in CANNOT_READ and error.filename:
        return HomeworkError(
            str(error.filename),
            f"cannot be read: {error.strerror}.",
            "Put a file there, or delete what stands in its place.",
        )
    return None


def _file_being_read(error: UnicodeDecodeError) -> Path | str:
    """Find the path whose method raised an error, which does not know it itself."""
    found: Path | str = "a file"
    trace = error.__traceback__
    while trace:
        held = trace.tb_frame.f_locals.get("self")
        found = held if isinstance(held, Path) else found
        trace = trace.tb_next
    return found
