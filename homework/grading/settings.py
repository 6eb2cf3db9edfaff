"""What `homework.toml` says of grading: how long things may take, and what they use."""

from __future__ import annotations

from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.settings import read_numbers, read_table
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Limits

KINDS = {"times": Times, "limits": Limits}


def read_settings(path: Path) -> dict[str, dict[str, float]]:
    """Read ``[grading.times]`` and ``[grading.limits]``, as far as they are there.

    Args:
        path: of `homework.toml`, which need not be there.

    Raises:
        HomeworkError: when a table, a name or a number in it is none.

    """
    unknown = sorted(set(read_table(path, "grading")) - set(KINDS))
    if unknown:
        raise HomeworkError(
            f"{path}, [grading]",
            f"does not know '{unknown[0]}'.",
            "Write [grading.times] or [grading.limits].",
        )
    found = {
        name: read_numbers(path, f"grading.{name}", kind)
        for name, kind in KINDS.items()
    }
    return {name: table for name, table in found.items() if table}
