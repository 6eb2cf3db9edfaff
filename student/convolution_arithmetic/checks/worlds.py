from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from checks.answers import Notebook

Seen = TypeVar("Seen")


def in_either_world(
    env: Notebook, given: Mapping[str, Any], check: Callable[[], Seen]
) -> Seen:
    try:
        return check()
    except AssertionError:
        with env.standing_on(**given):
            return check()
