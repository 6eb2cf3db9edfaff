"""Questions that build on earlier ones: let neither help nor harm come from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from checks.answers import Notebook

Seen = TypeVar("Seen")


def first_value(looks: Iterable[Callable[[], Seen]]) -> Seen:
    """Take looks at an answer in turn, until it gives a value, right or wrong.

    Another look follows only where the answer raised an error, so that no answer has
    two tries: one that counts its calls could change its mind from look to look.

    Args:
        looks: each raises `AssertionError` when what it sees is wrong. The next one is
            not made before it is needed; there is at least one.

    Returns:
        What the look that decides returns.

    Raises:
        AssertionError: what that look says; the first, when the answer raises in all.

    """
    first: AssertionError | None = None
    for look in looks:
        try:
            return look()
        except AssertionError as complaint:
            if not has_raised(complaint):
                raise
            first = first or complaint
    assert first is not None
    raise first


def holds(looks: Iterable[Callable[[], object]]) -> bool:
    """Say whether the look that decides finds an answer right."""
    try:
        first_value(looks)
    except AssertionError:
        return False
    return True


def has_raised(complaint: AssertionError) -> bool:
    """Say whether a complaint is about an error of the answer, not about a value."""
    return complaint.__cause__ is not None


def in_either_world(
    env: Notebook, given: Mapping[str, Any], check: Callable[[], Seen]
) -> Seen:
    """Run a check with stand-ins for earlier answers, or in the student's own notebook.

    An answer may suffer from a mistake of an earlier question: the stand-ins are right.
    It may also rely on what its author made of that question, such as one more
    argument: it raises an error with the stand-ins, and its own world decides.

    Args:
        env: the student's notebook.
        given: stand-ins for earlier answers, by name.
        check: raises `AssertionError` when the answer is wrong; runs once or twice.

    Returns:
        What the check returns.

    Raises:
        AssertionError: what `first_value` says of the two.

    """

    def with_stand_ins() -> Seen:
        with env.standing_on(**given):
            return check()

    return first_value((with_stand_ins, check))
