from __future__ import annotations


import numpy as np

from checks.closeness import assert_array, assert_close
from checks.hints import equal


def assert_close_up_to_scale(
    value, expected, *, name, hint = None
):
    truth = np.asarray(expected, dtype=np.float64)
    array = assert_array(value, truth.shape, name=name, hint=hint)
    factor = float((array * truth).sum() / (truth * truth).sum())
    found = hint(array) if callable(hint) else hint
    if found is None and factor < 0 and equal(array / factor, truth):
        found = "only the sign is wrong: a negative factor turns predictions around."
    scaled = array / factor if factor > 0 else array
    assert_close(scaled, truth, name=f"{name} (up to a positive factor)", hint=found)
    return array
