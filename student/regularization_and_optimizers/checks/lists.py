from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from checks.closeness import RTOL, Array, assert_close, assert_outputs

LayerHint = Callable[[int, Array], str | None]


def unstacked(value: Any, *, axes: int = 2) -> Any:
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
    entries = assert_outputs(value, count=len(expected), name=function)
    for place, (entry, truth) in enumerate(zip(entries, expected, strict=True)):

        def of_layer(array: Array, place: int = place) -> str | None:
            return hint(place, array) if hint else None

        title = f"{name} of layer {first + place}"
        assert_close(entry, truth, name=title, rtol=rtol, hint=of_layer)
