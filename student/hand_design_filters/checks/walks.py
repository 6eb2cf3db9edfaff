"""Drive an optimizer's step along given gradients, and keep every state."""

from __future__ import annotations

import numpy as np

from checks.answers import Function
from checks.closeness import Array, Hint, assert_array, assert_outputs
from checks.lists import unstacked


def follow(
    step: Function,
    state: dict[str, Array],
    gradients: Array,
    settings: tuple[float, ...],
    *,
    hint: Hint = None,
) -> dict[str, Array]:
    """Call ``step`` once a gradient, each time from the state that it returned.

    Args:
        step: takes the arrays of the state, a gradient, then the settings; returns
            the new arrays of the state.
        state: by name and in order, the starting arrays, shape (n,) each.
        gradients: one a row, shape (T, n).
        settings: the numbers that follow the gradient in a call.
        hint: looks at a new array that is misshapen or not finite.

    Returns:
        By name, the states after each call, shape (T, n) each.

    Raises:
        AssertionError: when a call fails or returns anything but such arrays.

    """
    now = dict(state)
    rows: dict[str, list[Array]] = {name: [] for name in state}
    for gradient in gradients:
        result = step(*now.values(), gradient, *settings)
        values = assert_outputs(unstacked(result), count=len(state), name=step.name)
        for name, value in zip(state, values, strict=True):
            now[name] = assert_array(value, state[name].shape, name=name, hint=hint)
            rows[name].append(now[name])
    return {name: np.stack(seen) for name, seen in rows.items()}
