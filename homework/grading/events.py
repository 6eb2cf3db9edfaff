"""What a grader may tell the engine: results in one form, and nothing else.

A grader has met a submission. Should that have got into it, then it still cannot say
more than which tests passed: here every value has its kind and its bound, no question
is worth more than its tests, and a text is characters that can be written anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

LONGEST_LINE = 2**24  # bytes, of one event
LONGEST_TEXT = 5000
LARGEST = 1e15  # number
MOST_ROWS = 1000
MOST_ENTRIES = 100

Read = Callable[[Any], Any]


class EventError(Exception):
    """It is no event; says which part of it."""


def read_event(line: bytes, worth: Mapping[str, float]) -> dict[str, Any]:
    """Read one event.

    Args:
        line: its JSON.
        worth: the points of each question.

    Returns:
        Some of: status, layers, errors, leaderboard, numbers, starved, question.

    Raises:
        EventError: when it is none.

    """
    try:
        event = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise EventError("it is not JSON") from error
    if type(event) is not dict or not event.keys() <= _EVENT.keys():
        raise EventError("it is of no known kind")
    read = {name: _EVENT[name](value) for name, value in event.items()}
    if question := read.get("question"):
        if question["name"] not in worth:
            raise EventError("there is no such question")
        possible = worth[question["name"]]
        question["possible"] = possible
        question["score"] = min(max(question["score"], 0), possible)
    return read


def _of(kind: type) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise EventError(f"{str(value)[:50]!r} is not of {kind.__name__}")
        return value

    return read


def _text(value: Any) -> str:
    """Read a text; half a character and the character 0 become visible."""
    text = str(_of(str)(value))[:LONGEST_TEXT]
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not abs(value) < LARGEST:
        raise EventError(f"{str(value)[:50]!r} is no number")
    return value  # type: ignore[no-any-return]  # just seen


def _list(read: Read, most: int) -> Read:
    def read_list(value: Any) -> list[Any]:
        if type(value) is not list or len(value) > most:
            raise EventError("a list is too long, or none")
        return [read(each) for each in value]

    return read_list


def _record(**fields: Read) -> Read:
    def read_record(value: Any) -> dict[str, Any]:
        if type(value) is not dict or value.keys() != fields.keys():
            raise EventError("a record has other fields")
        return {name: read(value[name]) for name, read in fields.items()}

    return read_record


def _board(value: Any) -> dict[str, float]:
    if type(value) is not dict or len(value) > MOST_ENTRIES:
        raise EventError("the leaderboard is too long, or none")
    return {_text(name): _number(number) for name, number in value.items()}


_ROW = _record(
    name=_text,
    label=_text,
    points=lambda value: None if value is None else _number(value),
    hidden=_of(bool),
    passed=_of(bool),
    sentence=_text,
    message=_text,
    seconds=_number,
)
_EVENT: dict[str, Read] = {
    "status": _text,
    "layers": _list(_text, 20),
    "errors": _list(_record(cell=_of(int), error=_text), 100),
    "leaderboard": _board,
    "numbers": _board,
    "starved": _of(bool),
    "question": _record(
        name=_of(str), score=_number, possible=_number, tests=_list(_ROW, MOST_ROWS)
    ),
}
