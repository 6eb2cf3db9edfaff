"""Names that both processes know: of their own packages, and of torch's classes."""

from __future__ import annotations

import importlib
import sys
from functools import partial
from types import (
    BuiltinFunctionType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
    TracebackType,
)
from typing import Any

import numpy as np

from homework.grading.wire.frames import ProtocolError

# Our own packages, which both processes have. Their dataclasses and torch modules
# travel by value.
SHARED = ("checks", "deeplearning", "given")
# What a test may name instead of sending: only the trusted side does.
NAMED = (*SHARED, "torch", "numpy", "math", "operator", "builtins")

CALLABLES = (FunctionType, BuiltinFunctionType, MethodType, type, np.ufunc)
# Whose attributes lead on to code, to other names, or to what a test keeps for itself.
OPAQUE = (
    *(ModuleType, FrameType, CodeType, TracebackType, GeneratorType, CoroutineType),
    *(partial, np.random.Generator, np.random.BitGenerator),
)


def name_of(value: Any) -> list[str] | None:
    """Return the JSON of a function or class that both sides can import."""
    if isinstance(value, np.ufunc):
        return ["g", "numpy", value.__name__]
    if not isinstance(value, CALLABLES) or isinstance(value, MethodType):
        return None
    place = importable_class(value, NAMED)
    return ["g", *place] if place else None


def importable_class(kind: Any, among: tuple[str, ...]) -> tuple[str, str] | None:
    """Return module and name of a class that can be found by them in some packages."""
    module = getattr(kind, "__module__", None) or ""
    name = getattr(kind, "__qualname__", "")
    if module.partition(".")[0] not in among or "<" in name:
        return None
    found = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return (module, name) if found is kind else None


def shared_class(module: Any, name: Any, among: tuple[str, ...]) -> Any:
    """Return a class of one of our packages, or of torch.

    Raises:
        ProtocolError: when there is none of that name.

    """
    if type(module) is not str or type(name) is not str:
        raise ProtocolError("A class has no name.")
    if not any(f"{module}.".startswith(f"{known}.") for known in among):
        raise ProtocolError("That class does not travel.")
    if module not in sys.modules and module.partition(".")[0] not in SHARED:
        raise ProtocolError("There is no such module.")
    try:
        found = getattr(importlib.import_module(module), name, None)
    except ImportError as error:
        raise ProtocolError("There is no such module.") from error
    if not isinstance(found, type) or found.__module__ != module:
        raise ProtocolError("There is no such class.")
    return found
