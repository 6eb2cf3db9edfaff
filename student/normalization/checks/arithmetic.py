"""Counts and sizes of layers: whole numbers, compared exactly; and laws of filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.closeness import Array, assert_close
from checks.hints import equal, recognise

Mistakes = Sequence[tuple[str, npt.ArrayLike]]


def assert_counts(
    value: Any, truth: npt.ArrayLike, *, name: str, mistakes: Mistakes = ()
) -> None:
    """Assert that a whole number, or a tuple of them, is right.

    Args:
        value: what the student's code gave.
        truth: the right number or numbers.
        name: how the message calls the value.
        mistakes: pairs of a hint and the numbers that its mistake gives.

    Raises:
        AssertionError: naming what differs, with the hint of the mistake it equals.

    """

    def hint(seen: Array) -> str | None:
        return recognise(seen, mistakes, rtol=1e-12)

    assert_close(value, truth, name=name, rtol=0, atol=1e-6, hint=hint)


def distinct(
    rng: np.random.Generator, count: int, low: int, high: int
) -> tuple[int, ...]:
    """Draw whole numbers from ``low`` to ``high`` (both included), all different."""
    drawn = rng.choice(np.arange(low, high + 1), size=count, replace=False)
    return tuple(int(number) for number in drawn)


def filter_hint(x: Array, y: Array, found: Array) -> str | None:
    """Say what a wrong filter does instead of giving y, by applying it.

    Args:
        x: (L,) the signal.
        y: (L - K + 1,) what the right filter makes of it, without a flip.
        found: (K,) the wrong filter.

    """
    if found.ndim != 1 or len(found) != len(x) - len(y) + 1:
        return None
    if equal(np.correlate(x, found[::-1], "valid"), y):
        return "the filter slides without being flipped here; yours is back to front."
    if equal(np.correlate(x, found, "valid"), y[::-1]):
        return "your filter gives the outputs in reverse order."
    return None
