from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., None])


def public(*, points: float) -> Callable[[Test], Test]:
    return _label(points, is_hidden=False)


def hidden(*, points: float) -> Callable[[Test], Test]:
    return _label(points, is_hidden=True)


def _label(points: float, *, is_hidden: bool) -> Callable[[Test], Test]:
    def mark(test: Test) -> Test:
        test.__dict__.update(points=points, hidden=is_hidden)
        return test

    return mark
