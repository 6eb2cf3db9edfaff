"""Give a backward pass its credit, whatever the forward pass before it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from checks.answers import Function, Notebook
from checks.closeness import Array, assert_close
from checks.purity import assert_inputs_unchanged

Doubt = Callable[[], str]
Own = Callable[[], tuple[Any, Doubt]]
Check = Callable[[Any], None]

CACHES_DIFFER = (
    "(With the cache that the notebook suggests, it is right: compare what your "
    "forward pass stores with what your backward pass reads.)"
)


def with_either_cache(
    check: Check,
    own: Own,
    documented: Any,
    elsewhere: Iterable[tuple[Check, Own]] = (),
) -> None:
    """Check a backward pass with the student's own cache, or else the documented one.

    The documented cache takes over where the forward pass is wrong, and where the
    backward pass raises an error with the student's own cache. Where the forward pass
    raises or is wrong, and the backward pass cannot use the documented cache, another
    input decides, the first that the forward pass can do. A pair whose forward pass is
    right and whose backward pass gives wrong numbers stays wrong.

    A hint is given only where nothing but the backward pass can be wrong.

    Args:
        check: takes a cache and asserts what the backward pass makes of it.
        own: runs the student's forward pass and returns the cache that it leaves, and
            what tells, if asked, what is wrong with that pass: `doubt_of`, say.
        documented: the cache that the forward's docstring names, from a right forward.
        elsewhere: the same two for other inputs, the likeliest first.

    Raises:
        AssertionError: when neither cache serves. The message is about the student's
            forward pass where that raises, and about the backward pass else.

    """
    try:
        cache, tell_doubt = own()
    except AssertionError as crash:
        _without_own_cache(check, documented, elsewhere, crash)
        return
    try:
        check(cache)
    except AssertionError as complaint:
        doubt = tell_doubt()
        if _holds(check, documented):
            if doubt or isinstance(complaint.__cause__, Exception):
                return
            doubt = CACHES_DIFFER
        elif doubt and right_elsewhere(elsewhere):
            return
        if not doubt:
            raise
        raise AssertionError(f"{without_hint(complaint)} {doubt}") from None


def _without_own_cache(
    check: Check,
    documented: Any,
    elsewhere: Iterable[tuple[Check, Own]],
    crash: AssertionError,
) -> None:
    try:
        check(documented)
    except AssertionError as complaint:
        if not right_elsewhere(elsewhere):
            raise forward_first(crash, complaint) from None


def right_elsewhere(elsewhere: Iterable[tuple[Check, Own]]) -> bool:
    """Say whether a backward pass is right for the first input that suits its forward.

    Args:
        elsewhere: for each input what `with_either_cache` takes as check and own.

    """
    for check, own in elsewhere:
        with suppress(AssertionError):
            cache, tell_doubt = own()
            if not tell_doubt():
                return _holds(check, cache)
    return False


def _holds(check: Check, cache: Any) -> bool:
    try:
        check(cache)
    except AssertionError:
        return False
    return True


def forward_first(crash: AssertionError, complaint: AssertionError) -> AssertionError:
    """Say that a forward pass raised, and what a backward pass did without its cache.

    An error of the backward pass is not shown: it comes of a cache that the student
    never made. Nor is a hint, which may come of it too.
    """
    text = f"{without_hint(crash)} Mend that first: your backward pass reads its cache."
    if not isinstance(complaint.__cause__, Exception):
        text += (
            f" (With the cache that the notebook suggests: {without_hint(complaint)})"
        )
    return AssertionError(text)


def without_hint(complaint: AssertionError) -> str:
    """Return the text of a complaint up to its hint."""
    return str(complaint).split(" Hint: ")[0]


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
