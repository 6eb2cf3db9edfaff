"""Names and texts of other people are data, wherever they are shown or written."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MOST_NAMED = 4  # in a sentence
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell of a spreadsheet begins one


def name_of(path: Path) -> str:
    """Return a file's name as one printable line, whatever its bytes are."""
    return one_line(os.fsencode(path.name).decode("utf-8", "backslashreplace"))


def one_line(text: str) -> str:
    r"""Return a text in which what cannot be printed is escaped, as in ``\x1b``."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def lines(text: str) -> str:
    """Like `one_line`, for texts of several lines."""
    return "\n".join(map(one_line, text.expandtabs().split("\n")))


def listed(names: Sequence[str]) -> str:
    """Name some in a sentence, and count the others."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def cell(value: Any) -> Any:
    """Return a value for a CSV file: no spreadsheet takes a text for a formula."""
    if not isinstance(value, str):
        return value
    # Some spreadsheets split a line at semicolons, whatever stands around them.
    return ";".join(map(_no_formula, value.split(";")))


def _no_formula(text: str) -> str:
    begins = unicodedata.normalize("NFKC", text.lstrip()) or text
    shown = one_line(text)
    return f"'{shown}" if begins.startswith(FORMULA) else shown


NUL = r"\u0000"  # as JSON has it


def to_json(value: Any) -> str:
    """Write JSON that every reader takes: without half characters and NUL."""
    text = _json(value)
    return text if NUL not in text and _is_whole(text) else _json(_whole(value))


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        whole = value.encode("utf-8", "backslashreplace").decode("utf-8")
        return whole.replace("\0", r"\x00")
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(each) for each in value]
    return value
