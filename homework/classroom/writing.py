"""What a command writes for a person: a file that replaces nothing else, and counts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from homework.base.errors import HomeworkError


def require_own(path: Path, is_own: Callable[[Path], bool]) -> None:
    """Refuse to write over something else, whatever it is.

    Args:
        path: what a user wants to have written.
        is_own: whether a file is an earlier one of the same kind.

    Raises:
        HomeworkError: when another thing is there, or no folder for it.

    """
    if not path.parent.is_dir():
        raise HomeworkError(path, "lies in a folder that does not exist.", "Make it.")
    if os.path.lexists(path) and not (path.is_file() and is_own(path)):
        raise HomeworkError(
            path,
            "is there already, and holds something else.",
            "Name another file with -o.",
        )


def counted(number: int, name: str) -> str:
    """Count things by a name that takes an s where there are several."""
    return f"{number} {name}{'s' * (number != 1)}"
