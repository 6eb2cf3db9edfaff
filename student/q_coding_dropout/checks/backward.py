"""Give a backward pass its credit, whatever the forward pass before it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from checks.answers import Function, Notebook


def with_either_cache(
    check: Callable[[Any], None], own: Callable[[], tuple[Any, str]], documented: Any
) -> None:
    """Check a backward pass with the student's own cache, or else the documented one.

    The documented cache takes over where the forward pass is wrong, and where the
    backward pass raises an error with the student's own cache. A pair whose forward
    pass is right and whose backward pass gives wrong numbers stays wrong.

    Args:
        check: takes a cache and asserts what the backward pass makes of it.
        own: runs the student's forward pass and returns the cache that it leaves, and
            a sentence for the complaint where that pass is wrong (else "").
        documented: the cache that the forward's docstring names, from a right forward.

    Raises:
        AssertionError: when neither cache serves. The message is about the student's
            own cache, or about the documented one where the forward gives none.

    """
    try:
        cache, doubt = own()
    except AssertionError:
        check(documented)
        return
    try:
        check(cache)
    except AssertionError as complaint:
        with suppress(AssertionError):
            check(documented)
            if doubt or isinstance(complaint.__cause__, Exception):
                return
            doubt = (
                "(With the cache that the notebook suggests, it is right: compare "
                "what your forward pass stores with what your backward pass reads.)"
            )
        text = f"{complaint} {doubt}".rstrip()
        raise AssertionError(text) from complaint.__cause__


@contextmanager
def on_its_own(function: Function, other: str, env: Notebook) -> Iterator[None]:
    """Take an earlier answer away, so that a challenge is not answered by calling it.

    Args:
        function: the student's function, which should stand alone.
        other: name of the function that it may not call.
        env: the student's notebook.

    Raises:
        AssertionError: when ``function`` is ``other``, or calls it.

    """
    complaint = f"{function.name} should hold its own formula, and not call {other}."

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError(complaint)

    earlier = env.names.get(other)
    if earlier is not None and function.function is earlier:
        raise AssertionError(complaint)
    with env.standing_on(**{other: refuse}):
        yield
