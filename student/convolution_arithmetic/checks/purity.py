from __future__ import annotations

import copy

import numpy as np

from checks.answers import explained


def assert_inputs_unchanged(function, *args):
    function(*copy.deepcopy(args))
    given = copy.deepcopy(args)
    with explained(function.name):
        assert function.function is not None
        function.function(*given)
    for position, (before, after) in enumerate(zip(args, given, strict=True), start=1):
        if isinstance(before, np.ndarray) and not np.array_equal(before, after):
            raise AssertionError(
                f"{function.name} changed its argument number {position} in place. "
                "Hint: write `a = a + b`, which makes a new array, not `a += b`."
            )
