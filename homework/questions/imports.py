"""Which modules of the course some source imports, and those import in turn."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from homework.questions.layout import SHARED_FOLDERS


@dataclass(frozen=True)
class Import:
    """One thing that a source imports: a module, or a name of one.

    Attributes:
        name: dotted, such as ``checks.seeds`` or ``checks.seeds.random_cases``.
        line: of the statement, counted from 1.

    """

    name: str
    line: int

    @property
    def top(self) -> str:
        """The package or module at its beginning."""
        return self.name.partition(".")[0]


def modules(course: Path, sources: Iterable[str]) -> set[Path]:
    """Find the course's own modules that sources import, and those they import.

    Args:
        course: the folder of the shared folders, such as ``assignments``.
        sources: Python sources; one that cannot be parsed imports nothing.

    Returns:
        Paths below ``course``, with the ``__init__.py`` of each package on the way.

    """
    found: set[Path] = set()
    waiting = list(sources)
    while waiting:
        for each in imports(waiting.pop()):
            for path in files_of(course, each):
                if path not in found:
                    found.add(path)
                    waiting.append(path.read_text(encoding="utf-8"))
    return found


def files_of(course: Path, each: Import) -> Iterator[Path]:
    """Yield the course's files that an import runs, from the package down."""
    if each.top not in SHARED_FOLDERS:
        return
    place = course
    for part in each.name.split("."):
        place = place / part
        for path in (place.with_suffix(".py"), place / "__init__.py"):
            if path.is_file():
                yield path


@cache
def imports(source: str) -> tuple[Import, ...]:
    """List what a source imports, anywhere in it; nothing when it is not Python."""
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a cell with a magic
        return ()
    return tuple(imports_of(ast.walk(tree)))


def imports_of(nodes: Iterable[ast.AST]) -> Iterator[Import]:
    """Yield what the import statements among some nodes import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield Import(node.module, node.lineno)
            for alias in node.names:
                yield Import(f"{node.module}.{alias.name}", node.lineno)
