from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.answers import Function
from checks.closeness import Array, assert_array
from checks.hints import equal, recognise

ROUNDING = 1e-6
"""Whole numbers may come as floats, and ratios of them with an error of rounding."""

Mistakes = Sequence[tuple[str, npt.ArrayLike]]


def assert_counts(
    value: Any, truth: npt.ArrayLike, *, name: str, mistakes: Mistakes = ()
) -> None:
    expected = np.asarray(truth, dtype=np.float64)

    def hint(seen: Array) -> str | None:
        return recognise(seen, mistakes, rtol=1e-12)

    array = assert_array(value, expected.shape, name=name, hint=hint)
    error = np.abs(array - expected)
    if float(error.max(initial=0.0)) > ROUNDING:
        place = np.unravel_index(int(error.argmax()), error.shape)
        at = f" at index {int(place[0])}" if place else ""
        found = hint(array)
        raise AssertionError(
            f"{name}: your number{at} is off by {error.max():.12g}."
            + (f" Hint: {found}" if found else "")
        )


def distinct(
    rng: np.random.Generator, count: int, low: int, high: int
) -> tuple[int, ...]:
    drawn = rng.choice(np.arange(low, high + 1), size=count, replace=False)
    return tuple(int(number) for number in drawn)


def recovered(recover: Function, x: Array, y: Array, size: int) -> Any:
    try:
        return recover(x, y, size)
    except AssertionError as error:
        if len(y) == size or "square" not in str(error):
            raise
        raise AssertionError(
            f"{error} Hint: there are {len(y)} equations for {size} unknowns here, "
            "and they agree with each other."
        ) from error


def filter_hint(x: Array, y: Array, found: Array) -> str | None:
    if found.ndim != 1 or len(found) != len(x) - len(y) + 1:
        return None
    if equal(np.correlate(x, found[::-1], "valid"), y):
        return "the filter slides without being flipped here; yours is back to front."
    if equal(np.correlate(x, found, "valid"), y[::-1]):
        return "your filter gives the outputs in reverse order."
    if equal(np.correlate(x, found[::-1], "valid"), y[::-1]):
        return "your filter is back to front, and so are its outputs."
    if equal(found * x[: len(found)], y[: len(found)]):
        return "an output is a sum over the whole window, not one product."
    if equal(np.correlate(x, y, "valid"), found):
        return "the windows times the filter give y: a transpose does not undo that."
    if equal(np.correlate(x, y, "valid")[::-1], found):
        return "the windows times the filter give y: a transpose does not undo that."
    return None
