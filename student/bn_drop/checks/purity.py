from __future__ import annotations

import copy

import numpy as np

from checks.answers import explained
from checks.closeness import as_numbers


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


def assert_repeatable(
    call,
    *,
    name,
    hint = "a call should not depend on what an earlier call left behind.",
):
    first, second = (_flat(call(), name) for _ in range(2))
    if len(first) != len(second) or not all(
        np.array_equal(a, b, equal_nan=True) for a, b in zip(first, second, strict=True)
    ):
        raise AssertionError(
            f"{name} gives another answer when it is called a second time. Hint: {hint}"
        )


def _flat(value, name):
    values = value if isinstance(value, tuple | list) else (value,)
    return [as_numbers(item, name=name) for item in values]
