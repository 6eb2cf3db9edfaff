"""`homework.toml`, one table at a time: what is wrong in it becomes a sentence."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.base.files import read_toml


def read_table(path: Path, name: str) -> dict[str, Any]:
    """Read a table of a file of settings; one that is not there is empty.

    Args:
        path: of the file.
        name: of the table, such as ``grading.times``.

    Raises:
        HomeworkError: when the file is not TOML, or the name is not a table's.

    """
    table = read_toml(path)
    for part in name.split("."):
        found = table.get(part, {})
        if not isinstance(found, dict):
            raise HomeworkError(
                path, f"has a `{part}` that is no table.", f"Write [{name}]."
            )
        table = found
    return table


def read_numbers(path: Path, name: str, kind: type) -> dict[str, float]:
    """Read a table of numbers above 0 for a dataclass that has a default for each.

    Raises:
        HomeworkError: when it has a name that the dataclass has not, or a value that
            is no such number.

    """
    table = read_table(path, name)
    known = {each.name: type(each.default) for each in fields(kind)}
    where = f"{path}, [{name}]"
    for key, value in table.items():
        if key not in known:
            raise HomeworkError(
                where, f"does not know '{key}'.", f"It knows {', '.join(known)}."
            )
        whole = known[key] is int
        if type(value) not in ((int,) if whole else (int, float)) or not value > 0:
            number = "whole number" if whole else "number"
            raise HomeworkError(
                where, f"has {key} = {value!r}.", f"Give a {number} above 0."
            )
    return table
