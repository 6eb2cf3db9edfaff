"""Names that both processes know: of their own packages, and of torch's classes."""

from __future__ import annotations

import importlib
import sys
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

import numpy as np

from homework.grading.wire.frames import ProtocolError

# Our own packages, which both processes have. Their dataclasses and torch modules
# travel by value.
SHARED = ("checks", "deeplearning", "given")
# What a test may name instead of sending: only the trusted side does.
NAMED = (*SHARED, "torch", "numpy", "math", "operator", "builtins")

CALLABLES = (FunctionType, BuiltinFunctionType, MethodType, type, np.ufunc)


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


def shared_class(
    module: Any, name: Any, among: tuple[str, ...], *, imports: bool = False
) -> Any:
    """Return a class of one of our packages, or of torch.

    Args:
        module: where it is defined.
        name: of the class.
        among: the packages whose classes travel.
        imports: whether to import the module, which only the trusted side's word may
            cause; else it is a module that the release's tests imported.

    Raises:
        ProtocolError: when there is none of that name.

    """
    if type(module) is not str or type(name) is not str:
        raise ProtocolError("A class has no name.")
    if not any(f"{module}.".startswith(f"{known}.") for known in among):
        raise ProtocolError("That class does not travel.")
    if imports:
        importlib.import_module(module)
    found = getattr(sys.modules.get(module), "__dict__", {}).get(name)
    if not isinstance(found, type) or found.__module__ != module:
        raise ProtocolError("There is no such class.")
    return found
