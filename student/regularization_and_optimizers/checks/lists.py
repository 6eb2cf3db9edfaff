"""Lists of arrays, one a layer: checked in order, named by their layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from checks.closeness import RTOL, Array, assert_close, assert_outputs

LayerHint = Callable[[int, Array], str | None]


def unstacked(value: Any, *, axes: int = 2) -> Any:
    """Take an array for the tuple of its rows: both unpack in the same way.

    Args:
        value: what the student's function gave.
        axes: how many axes an array has that holds all the answers.

    """
    is_stack = isinstance(value, np.ndarray) and value.ndim == axes
    return tuple(value) if is_stack else value


def assert_layers(
    value: Any,
    expected: Sequence[Any],
    *,
    function: str,
    name: str,
    rtol: float = RTOL,
    first: int = 0,
    hint: LayerHint | None = None,
) -> None:
    """Assert that a function returned one array a layer, each equal to the truth.

    Args:
        value: the list that came back.
        expected: the truth, one array a layer.
        function: the student's function.
        name: what the entries are called, such as ``"x"``.
        rtol: allowed difference relative to the largest expected entry of a layer.
        first: the number of the first layer in messages.
        hint: looks at a position in the list and the wrong array there.

    Raises:
        AssertionError: naming the first layer that differs.

    """
    entries = assert_outputs(value, count=len(expected), name=function)
    for place, (entry, truth) in enumerate(zip(entries, expected, strict=True)):

        def of_layer(array: Array, place: int = place) -> str | None:
            return hint(place, array) if hint else None

        title = f"{name} of layer {first + place}"
        assert_close(entry, truth, name=title, rtol=rtol, hint=of_layer)
