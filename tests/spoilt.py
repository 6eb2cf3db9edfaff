"""Answers, right ones or zeros, that spoil what they get: goes into notebooks."""

import copy
import functools
import sys
from contextlib import suppress
from typing import Any

import numpy as np


def is_tensor(value: Any) -> bool:
    """Say whether something is a tensor, without an import of torch."""
    torch: Any = sys.modules.get("torch")
    return bool(torch) and isinstance(value, torch.Tensor)


def zeros(value: Any) -> Any:
    """Return zeros in the shape of an answer."""
    if type(value) in (tuple, list):
        return type(value)(map(zeros, value))
    if type(value) is dict:
        return {name: zeros(each) for name, each in value.items()}
    if isinstance(value, np.ndarray) or is_tensor(value):
        return value * 0
    return type(value)(0) if isinstance(value, int | float) else value


def inside(value: Any) -> list[Any]:
    """List what lies in a container or an object."""
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, list | tuple):
        return list(value)
    if hasattr(value, "parameters"):
        return list(value.parameters())
    return [vars(value)] if hasattr(value, "__dict__") and not callable(value) else []


def spoil(value: Any, depth: int = 6) -> None:
    """Set all that can be reached from something to zero."""
    if isinstance(value, np.ndarray):
        value[...] = 0
    elif is_tensor(value):
        value.data.zero_()
    elif depth:
        is_dict = isinstance(value, dict)
        names: Any = list(value) if is_dict else range(len(inside(value)))
        for name in names if isinstance(value, dict | list) else ():
            if type(value[name]) in (int, float):
                value[name] = 0
        for each in inside(value):
            spoil(each, depth - 1)


def nothing_of(honest: Any, spoils: bool) -> Any:
    """Return a function that gives zeros, and spoils its arguments if asked to."""
    return _spoiling(honest, zeros, spoil if spoils else _keep)


def right_of(honest: Any, spoils: bool) -> Any:
    """Return a function that is right, and spoils its arguments if asked to.

    Dictionaries are left: what a layer keeps from call to call is written there.
    """
    return _spoiling(honest, _keep, _spoil_but_dicts if spoils else _keep)


def _keep(value: Any) -> Any:
    return value


def _spoil_but_dicts(given: Any) -> None:
    args, kwargs = given
    spoil([each for each in (*args, *kwargs.values()) if type(each) is not dict])


def _spoiling(honest: Any, made_of: Any, spoil: Any) -> Any:
    @functools.wraps(honest)
    def answer(*args: Any, **kwargs: Any) -> Any:
        copied: Any = args, kwargs
        with suppress(Exception):  # a function of the test
            copied = copy.deepcopy(copied)
        found = made_of(honest(*copied[0], **copied[1]))
        with suppress(Exception):
            spoil([args, kwargs])
        return found

    return answer
