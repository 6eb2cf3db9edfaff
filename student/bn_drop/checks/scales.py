"""Compare answers that are right up to a positive factor."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from checks.closeness import Array, Hint, assert_array, assert_close
from checks.hints import equal


def assert_close_up_to_scale(
    value: Any, expected: npt.ArrayLike, *, name: str, hint: Hint = None
) -> Array:
    """Assert that ``value`` is ``expected`` times some positive number.

    Args:
        value: what the student's code gave.
        expected: the truth for the factor 1; not all zeros.
        name: how the message calls the value.
        hint: as in `assert_close`; sees the value before any rescaling.

    Returns:
        The value as a float64 array, as it came.

    Raises:
        AssertionError: naming what differs.

    """
    truth = np.asarray(expected, dtype=np.float64)
    array = assert_array(value, truth.shape, name=name, hint=hint)
    factor = float((array * truth).sum() / (truth * truth).sum())
    found = hint(array) if callable(hint) else hint
    if found is None and factor < 0 and equal(array / factor, truth):
        found = "only the sign is wrong: a negative factor turns predictions around."
    scaled = array / factor if factor > 0 else array
    assert_close(scaled, truth, name=f"{name} (up to a positive factor)", hint=found)
    return array
