"""The shape of a layer's statistics, whichever way it is written down."""

from __future__ import annotations

from typing import Any

from checks.closeness import Hint, as_numbers


def assert_lines_up(
    value: Any, expected: tuple[int, ...], *, name: str, hint: Hint = None
) -> None:
    """Assert that a shape equals another one, up to ones in front.

    Broadcasting puts ones in front, so (C,) means the same as (1, C).

    Args:
        value: what the student's code gave: a tuple or list of whole numbers.
        expected: the shape, with every axis.
        name: how the message calls the value.
        hint: a sentence, or a function that looks at the padded wrong shape.

    Raises:
        AssertionError: naming what is wrong; it does not show the right shape.

    """
    given = as_numbers(value, name=name)
    if given.ndim != 1 or any(size != int(size) or size < 0 for size in given):
        raise AssertionError(
            f"{name} should be a tuple of whole numbers, one an axis, but is {value!r}."
        )
    shape = tuple(int(size) for size in given)
    padded = (1,) * (len(expected) - len(shape)) + shape
    if padded != expected:
        found = hint(given) if callable(hint) else hint
        raise AssertionError(
            f"{name} is {shape}, which is not right."
            + (f" Hint: {found}" if found else "")
        )
