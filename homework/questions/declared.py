"""What an author declares of a question, each with a reason, in two files of TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.questions.layout import Question

EQUIVALENT = "equivalent.toml"
STANDS_ON = "stands_on.toml"
KEYS = {"before", "after", "reason"}

Change = tuple[str, str]  # a line of the solution, before and after


def equivalent(question: Question) -> dict[Change, str]:
    """Read the reasons why some mutants are no mistakes.

    Raises:
        HomeworkError: when the file is not what it should be.

    """
    path = question.folder / EQUIVALENT
    found = _read(path)
    entries = found.get("mutant", [])
    if set(found) - {"mutant"} or not isinstance(entries, list):
        raise HomeworkError(
            path, "holds more than mutants.", "Write `[[mutant]]` above each entry."
        )
    for entry in entries:
        if not _is_whole(entry):
            raise HomeworkError(
                path,
                f"has an entry with the keys {', '.join(sorted(entry))}.",
                "Each [[mutant]] needs `before`, `after` and `reason`, all with text.",
            )
    return {(entry["before"], entry["after"]): entry["reason"] for entry in entries}


def _is_whole(entry: dict[str, Any]) -> bool:
    return set(entry) == KEYS and all(
        isinstance(text, str) and text.strip() for text in entry.values()
    )


def stands_on(question: Question) -> dict[str, str]:
    """Read on which other questions one stands, with the reasons.

    The name of an accepted answer says that this answer stands on earlier ones.

    Raises:
        HomeworkError: when the file is not what it should be.

    """
    path = question.folder / STANDS_ON
    reasons = _read(path)
    if not all(isinstance(each, str) and each.strip() for each in reasons.values()):
        raise HomeworkError(
            path, "does not give its reasons.", 'Write `q01_name = "the reason"`.'
        )
    return reasons


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise HomeworkError(path, f"is not TOML: {error}.", "Correct it.") from error
