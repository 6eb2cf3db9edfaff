"""What platforms write around submissions: names of files, and Gradescope's list.

Nothing here opens a file that a student made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from homework.base.errors import HomeworkError
from homework.classroom.people import Person

METADATA = "submission_metadata.yml"
GRADESCOPE = re.compile(r"submission_(?P<id>\d+)")
# `lópezana_LATE_5101_9001_bn_drop.ipynb`: user, then attachment. Otter's own zips have
# a time in that place, as in `bn_drop_2027_01_15T22_10_00_123.zip`.
CANVAS = re.compile(
    r"(?P<name>(?:(?!_\d{4}_\d\d_\d\dT).)*?)(?P<late>_LATE)?"
    r"_(?P<user>\d+)_(?P<file>\d+)_(?!\d\dT\d\d_)(?P<rest>.+)",
    re.DOTALL,
)
# `Ana López_712003_assignsubmission_file_`: a folder, or the start of a file's name.
# A name may be blank: Canvas keeps letters only, and Moodle knows people without one.
MOODLE = re.compile(
    r"(?P<name>.*)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<rest>.*)", re.DOTALL
)
# The base loader makes text of every value: no object is built, whatever the tags
# say, `:name` stays text, and a sid keeps its leading zeros.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True)
class Listed:
    """What Gradescope's list says of one submission."""

    people: tuple[Person, ...]
    submitted: datetime | None
    earlier: int  # attempts before this one


def gradescope_list(path: Path) -> dict[str, Listed]:
    """Read `submission_metadata.yml`, by the names of folders.

    Raises:
        HomeworkError: when it is not Gradescope's.

    """
    try:
        read = yaml.load(path.read_bytes(), Loader=LOADER)  # noqa: S506  # text only
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        said = str(error).partition("\n")[0]
        raise HomeworkError(
            path, f"is not YAML ({said}).", "Export the submissions again."
        ) from error
    if not isinstance(read, dict):
        raise HomeworkError(
            path, "names no submissions.", "Export the submissions again."
        )
    return {str(name): _listed(record) for name, record in read.items()}


def _listed(record: object) -> Listed:
    fields = _plain(record)
    history = fields.get("history")
    return Listed(
        tuple(_people(fields.get("submitters"))),
        moment(fields.get("created_at")),
        len(history) if isinstance(history, list) else 0,
    )


def _plain(record: object) -> dict[str, Any]:
    """Take the colon of Ruby's symbols off the keys."""
    if not isinstance(record, dict):
        return {}
    return {str(key).removeprefix(":"): value for key, value in record.items()}


def _people(listed: object) -> Iterator[Person]:
    for each in listed if isinstance(listed, list) else ():
        fields = {key: _text(value) for key, value in _plain(each).items()}
        person = Person(*(fields.get(name, "") for name in ("name", "sid", "email")))
        if person.key:
            yield person


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) and value not in NOTHING else ""


def moment(text: object) -> datetime | None:
    """Read a time as Gradescope writes it; without a zone it is UTC.

    `2026-10-02 03:58:11.120000000 Z` has nanoseconds and a space before the zone.
    """
    if not isinstance(text, str):
        return None
    found = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?"
        r"\s*(Z|UTC|[+-]\d\d:?\d\d)?",
        text.strip(),
    )
    if not found:
        return None
    day, time, zone = found.groups()
    shift = "+00:00" if zone in (None, "Z", "UTC") else zone
    try:
        return datetime.fromisoformat(f"{day}T{time}{shift}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
