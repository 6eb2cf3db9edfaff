"""Give a backward pass its credit, whatever the forward pass before it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from checks.answers import Function, Notebook
from checks.closeness import Array, assert_close
from checks.purity import assert_inputs_unchanged


def with_either_cache(
    check: Callable[[Any], None],
    own: Callable[[], tuple[Any, Callable[[], str]]],
    documented: Any,
) -> None:
    """Check a backward pass with the student's own cache, or else the documented one.

    The documented cache takes over where the forward pass is wrong, and where the
    backward pass raises an error with the student's own cache. A pair whose forward
    pass is right and whose backward pass gives wrong numbers stays wrong.

    Args:
        check: takes a cache and asserts what the backward pass makes of it.
        own: runs the student's forward pass and returns the cache that it leaves, and
            what tells, if asked, what is wrong with that pass: `doubt_of`, say.
        documented: the cache that the forward's docstring names, from a right forward.

    Raises:
        AssertionError: when neither cache serves. The message is about the student's
            own cache, or about the documented one where the forward gives none.

    """
    try:
        cache, tell_doubt = own()
    except AssertionError:
        check(documented)
        return
    try:
        check(cache)
    except AssertionError as complaint:
        doubt = tell_doubt()
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


def doubt_of(
    forward: Function, inputs: Sequence[Any], out: Any, truth: Array, sentence: str
) -> Callable[[], str]:
    """Return what tells whether a forward pass is wrong: its output, or its inputs.

    Args:
        forward: the student's function.
        inputs: its arguments.
        out: what it returned for them.
        truth: what it should have returned.
        sentence: says that it is wrong; for a right one it is "".

    """
    try:
        assert_close(out, truth, name="out")
    except AssertionError:
        return lambda: sentence

    def doubt() -> str:
        try:
            assert_inputs_unchanged(forward, *inputs)
        except AssertionError:
            return sentence
        return ""

    return doubt


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
