from __future__ import annotations

import numpy as np

from checks.closeness import Array, assert_array, assert_outputs
from checks.lists import unstacked


def follow(
    step,
    state,
    gradients,
    settings,
    *,
    hint = None,
):
    now = dict(state)
    rows: dict[str, list[Array]] = {name: [] for name in state}
    for gradient in gradients:
        result = step(*now.values(), gradient, *settings)
        values = assert_outputs(unstacked(result), count=len(state), name=step.name)
        for name, value in zip(state, values, strict=True):
            now[name] = assert_array(value, state[name].shape, name=name, hint=hint)
            rows[name].append(now[name])
    return {name: np.stack(seen) for name, seen in rows.items()}
