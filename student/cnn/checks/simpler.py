"""Say which setting a wrong layer does not bear, by trying it on simpler cases.

An answer that is wrong on one case and right on another, which differs in a single
setting, has its mistake there. So a hint needs no copy of the right code, and finds
mistakes that nobody has seen before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import numpy as np

from checks.closeness import Array

Case = TypeVar("Case")


def first_that_helps(
    simpler: Iterable[tuple[str, Case]], check: Callable[[Case], object]
) -> str | None:
    """Return the hint of the first simpler case that the answer gets right.

    Args:
        simpler: pairs of a hint and a case, the likeliest first.
        check: tries the answer on a case, and complains by an `AssertionError`.

    """
    for hint, case in simpler:
        try:
            check(case)
        except AssertionError:
            continue
        return hint
    return None


@contextmanager
def crash_explained(hint: Callable[[], str | None]) -> Iterator[None]:
    """Add a hint to the complaint about an error in the student's code.

    Args:
        hint: called only when there is such an error.

    Raises:
        AssertionError: the complaint, with the hint where there is one.

    """
    try:
        yield
    except AssertionError as complaint:
        cause = complaint.__cause__
        crashed = isinstance(cause, Exception) and not isinstance(cause, NameError)
        found = hint() if crashed and "Hint: " not in str(complaint) else None
        if not found:
            raise
        raise AssertionError(f"{complaint} Hint: {found}") from cause


def fitting(size: int, kernel: int, stride: int, pad: int = 0) -> int:
    """Return a size, at most ``size`` if possible, that the stride divides evenly."""
    places = max(0, (size + 2 * pad - kernel) // stride)
    fits = kernel - 2 * pad + stride * places
    while fits < 1:
        fits += stride
    return fits


def fitting_both(
    sides: Sequence[int], kernel: Sequence[int], stride: int, pad: int = 0
) -> tuple[int, int]:
    """Return height and width that the stride divides evenly; equal only if they were.

    Args:
        sides: height and width.
        kernel: the same two of the window.
        stride: by how much it moves.
        pad: rows and columns that are added on each side.

    """
    height, width = (
        fitting(*each, stride, pad) for each in zip(sides, kernel, strict=True)
    )
    if height == width and sides[0] != sides[1]:
        return (
            (height + stride, width)
            if sides[0] > sides[1]
            else (height, width + stride)
        )
    return height, width


def cropped(x: Array, height: int, width: int) -> Array:
    """Return the upper left corner of maps, repeated where they are too small."""
    rows, columns = np.arange(height) % x.shape[2], np.arange(width) % x.shape[3]
    return x[:, :, rows][:, :, :, columns].copy()
