from __future__ import annotations


import numpy as np

from checks.closeness import RTOL, assert_close, assert_outputs


def unstacked(value, *, axes = 2):
    is_stack = isinstance(value, np.ndarray) and value.ndim == axes
    return tuple(value) if is_stack else value


def assert_layers(
    value,
    expected,
    *,
    function,
    name,
    rtol = RTOL,
    first = 0,
    hint = None,
):
    entries = assert_outputs(value, count=len(expected), name=function)
    for place, (entry, truth) in enumerate(zip(entries, expected, strict=True)):

        def of_layer(array, place = place):
            return hint(place, array) if hint else None

        title = f"{name} of layer {first + place}"
        assert_close(entry, truth, name=title, rtol=rtol, hint=of_layer)
