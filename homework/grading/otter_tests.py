"""Otter's own test files and scoring, without the second that importing Otter takes.

`import otter` loads pandas, nbconvert and more. The classes for test files need none of
it, so their two modules are loaded as what they are: a part of an installed package.
"""

from __future__ import annotations

import importlib.util
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


def otter_classes() -> tuple[Any, Any]:
    """Return `ExceptionTestFile` and `TestCaseResult` of the installed Otter.

    Afterwards ``from otter.test_files import test_case`` works, as test files write.
    """
    if "otter" not in sys.modules:
        _package("otter")
        tests = _package("otter.test_files")
        exceptions = importlib.import_module("otter.test_files.exception_test")
        tests.__dict__["test_case"] = exceptions.test_case
    exceptions = importlib.import_module("otter.test_files.exception_test")
    base = importlib.import_module("otter.test_files.abstract_test")
    return exceptions.ExceptionTestFile, base.TestCaseResult


def _package(name: str) -> ModuleType:
    """Make a package's module without running its ``__init__``."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    made = ModuleType(name)
    made.__path__ = list(spec.submodule_search_locations or ())
    made.__spec__ = ModuleSpec(name, None, is_package=True)
    sys.modules[name] = made
    return made
