"""What tells whether an object was changed in place, and changing it likewise."""

from __future__ import annotations

from typing import Any

import numpy as np

HELD = (list, dict, set, np.ndarray)


def deep_state(value: Any) -> Any:
    """Return what tells whether anything inside containers and arrays was changed."""
    try:
        return _deep_state(value, {})
    except RecursionError:
        return object()  # changed, whatever it was


def _deep_state(value: Any, seen: dict[int, int]) -> Any:
    kind = type(value)
    if kind in (int, float, str, bool, bytes):
        return value, kind
    if kind is tuple:
        return [_deep_state(item, seen) for item in value]
    if kind not in (dict, list, np.ndarray):
        return id(value)
    if id(value) in seen:  # it may contain itself, or be in many places
        return seen[id(value)]
    seen[id(value)] = len(seen)
    if kind is np.ndarray:
        return value.tobytes(), value.shape
    if kind is dict:
        return [(key, _deep_state(item, seen)) for key, item in value.items()]
    return [_deep_state(item, seen) for item in value]


def same(before: Any, after: Any) -> bool:
    """Say whether two answers of `state_of` tell of the same object, unchanged."""
    if type(before) is not list:
        return bool(before == after)  # bytes, or nothing
    return len(before) == len(after) and all(map(_is_same, before, after))


def _is_same(a: Any, b: Any) -> bool:
    plain = (int, float, str, bool, bytes)
    return a is b or (type(a) is type(b) and type(a) in plain and bool(a == b))


def replace(held: Any, new: Any) -> bool:
    """Make a mutable object hold what another one holds; say whether that is done."""
    if type(held) is not type(new) or type(held) not in HELD:
        return False
    if isinstance(held, np.ndarray):
        if held.shape != new.shape or held.dtype != new.dtype:
            return False
        held[...] = new
    elif isinstance(held, list):
        held[:] = new
    else:
        held.clear()
        held.update(new)
    return True
