from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def assert_choices(
    value: Any, among: str, *, name: str, exactly: int | None = None
) -> set[str]:
    if value is None or value is ...:
        what = "is still `...`" if value is ... else "is not set yet"
        raise AssertionError(f"{name} {what}: write letters in quotes.")
    if not isinstance(value, str | set | frozenset | list | tuple):
        raise AssertionError(
            f"{name} should be letters in quotes, such as {among[0]!r}, "
            f"but is a {type(value).__name__}."
        )
    letters = {str(letter).strip().upper() for letter in value} - {"", ","}
    strange = sorted(letters - set(among))
    if strange or not letters:
        raise AssertionError(
            f"{name} should use the letters {among}, but has {strange or 'none'}."
        )
    if exactly is not None and len(letters) != exactly:
        raise AssertionError(
            f"{name} should name {exactly} letter(s), but names {len(letters)}."
        )
    return letters


def assert_right_choices(
    value: Any,
    right: Iterable[str],
    among: str,
    *,
    name: str,
    hints: Mapping[str, str] | None = None,
) -> None:
    letters = assert_choices(value, among, name=name)
    wrong = sorted(letters ^ set(right))
    if wrong:
        hint = next(
            (hints[letter] for letter in wrong if hints and letter in hints), None
        )
        raise AssertionError(
            f"{name} is not right yet." + (f" Hint: {hint}" if hint else "")
        )
