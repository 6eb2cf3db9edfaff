"""What a student's process may import: the assignment's packages, and no others.

The sandbox lets the files of all others be read by nobody in there, so no trick of
importing reaches them. The `Gate` only says so in words.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from homework.base.packages import entries, in_words, needed, places

ENGINE = ("ipython", "numpy")  # what the student's process itself needs
BARS = "ipywidgets"  # what tqdm draws with in a notebook, and does not name
UNLIMITED = "*"
REFUSED = "{} is not available in this assignment: its answers may import {}."


@dataclass(frozen=True)
class Packages:
    """What may be imported.

    Attributes:
        named: the packages of the assignment's setting.
        readable: of each folder that packages are installed in, what can be read.

    """

    named: tuple[str, ...]
    readable: dict[Path, frozenset[str]]

    @classmethod
    def of(cls, named: Sequence[str]) -> Packages:
        """Find what these packages, and what they need, have where they lie."""
        found = defaultdict(set)
        bars = [BARS] if "tqdm" in named else []
        for package in needed([*ENGINE, *named, *bars]):
            for path in entries(package):
                if path.exists() and not path.is_symlink():
                    found[path.parent.resolve()].add(path.name)
        readable = {place: frozenset(found[place.resolve()]) for place in places()}
        return cls(tuple(named), readable)

    def has(self, spec: ModuleSpec) -> bool:
        """Whether a module that lies here can be read."""
        where = [spec.origin, *(spec.submodule_search_locations or ())]
        path = Path(next((each for each in where if each), ""))
        for place, names in self.readable.items():
            if path.is_relative_to(place):
                return path.relative_to(place).parts[0] in names
        return True

    def refusal(self, module: str) -> str:
        """Say that a module is not there, and what is."""
        return REFUSED.format(module, in_words(self.named))


class Gate(PathFinder):
    """Finds modules as Python does, but for those that an assignment does not have.

    To import one fails with a sentence; to look for one finds nothing, as if it was
    not installed.
    """

    def __init__(self, packages: Packages) -> None:
        self.packages = packages

    def find_spec(  # type: ignore[override]  # Python's own is a class method
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Find a module; an import of one that is not there fails with a sentence."""
        spec = PathFinder.find_spec(fullname, path, target)
        if path is not None or (spec and self.packages.has(spec)):
            return spec
        if sys._getframe(2).f_code.co_name == "_find_and_load_unlocked":
            raise ModuleNotFoundError(self.packages.refusal(fullname), name=fullname)
        return None


def close(packages: Packages) -> None:
    """Let this process import no other packages; what is imported stays so."""
    finders: Any = sys.meta_path
    finders[:] = [each for each in finders if each is not PathFinder]
    finders.append(Gate(packages))


def open_again() -> None:
    """Let this process import whatever is installed, as before."""
    finders: Any = sys.meta_path
    finders[:] = [PathFinder if isinstance(each, Gate) else each for each in finders]
