"""Questions that build on earlier ones: let neither help nor harm come from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from checks.answers import Notebook

Seen = TypeVar("Seen")


def in_either_world(
    env: Notebook, given: Mapping[str, Any], check: Callable[[], Seen]
) -> Seen:
    """Run a check in the student's own notebook, then with stand-ins for parts of it.

    An answer may suffer from a mistake of an earlier question, and it may rely on what
    its author made of that question, such as one more argument. So one world is enough.

    Args:
        env: the student's notebook.
        given: stand-ins for earlier answers, by name.
        check: raises `AssertionError` when the answer is wrong; runs once or twice.

    Returns:
        What the check returns.

    Raises:
        AssertionError: what the check says in the second world.

    """
    try:
        return check()
    except AssertionError:
        with env.standing_on(**given):
            return check()
