"""What a backward pass should leave alone: dout, its cache, and its next call."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import numpy as np

from checks.answers import Function, explained
from checks.backward import Check, Own, with_either_cache
from checks.closeness import Array, as_numbers, assert_close
from checks.hints import hinted

HINT = (
    "a backward pass changes nothing in its cache, and keeps nothing from one call to "
    "the next."
)


def assert_backward_again(
    backward: Function,
    dout: Array,
    *,
    own: Callable[[], Any],
    documented: Any,
    between: Callable[[], Any],
    elsewhere: tuple[Array, Callable[[], Any]] | None = None,
) -> None:
    """Assert that a backward pass gives the same again after another forward pass.

    Other tests look at the numbers; this one compares two calls.

    Args:
        backward: the student's backward pass.
        dout: the gradient that it is given.
        own: runs the student's forward pass and returns its cache.
        documented: the cache that the forward's docstring names.
        between: runs the student's forward pass on other inputs.
        elsewhere: dout and ``own`` for an input that most forward passes can do.

    Raises:
        AssertionError: saying what was changed.

    """

    def gradients(given: Array, cache: Any) -> list[Array]:
        value = _uncopied(backward, given, cache)
        values = value if isinstance(value, tuple | list) else [value]
        return [as_numbers(one, name=f"what {backward.name} returns") for one in values]

    def check(cache: Any, dout: Array = dout) -> None:
        given = dout.copy()
        first = gradients(given, cache)
        assert np.array_equal(given, dout), (
            f"{backward.name} changed dout in place. "
            "Hint: write `a = a + b`, which makes a new array, not `a += b`."
        )
        assert any(values.any() for values in first), (
            f"{backward.name} returns nothing but zeros."
        )
        with suppress(AssertionError):
            between()
        with hinted(HINT):
            second = gradients(given, cache)
        for before, after in zip(first, second, strict=True):
            name = f"what {backward.name} returns in a second call"
            assert_close(after, before, name=name, hint=HINT)

    others: list[tuple[Check, Own]] = []
    if elsewhere:
        other, simplest = elsewhere
        others.append((partial(check, dout=other), lambda: (simplest(), str)))
    with_either_cache(check, lambda: (own(), str), documented, others)


def _uncopied(function: Function, *args: Any) -> Any:
    if not callable(function.function):
        return function(*args)  # which complains
    with explained(function.name):
        return function.function(*args)
