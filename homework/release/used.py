"""Leave out of modules what nobody names: students get what they use, and no more.

A definition stays when its name stands anywhere in what students have, be it in a
string; one that only hidden tests call goes, with what it alone needs. Names are
looked for without asking whose they are, so that nothing goes that is needed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from homework.base import syntax
from homework.questions.imports import imports
from homework.release.commentary import tidy

WORD = re.compile(r"\w+")
Imports = ast.Import | ast.ImportFrom


@dataclass(frozen=True)
class Part:
    """What stays or goes as one: a definition, or one name of an import.

    Attributes:
        node: a statement at the top of a module, or a name of one that imports.
        binds: the names that it defines; of none it stays whatever happens.
        words: those that stand in it.

    """

    node: ast.stmt | ast.alias
    binds: frozenset[str]
    words: frozenset[str]


def without_unused(modules: Mapping[str, str], others: Sequence[str]) -> dict[str, str]:
    """Leave out the definitions and imports that nothing names.

    Args:
        modules: sources, by their paths.
        others: sources that stay as they are; cells may hold magics.

    Returns:
        The sources by their paths, without modules that are imported no more.

    Raises:
        SyntaxError: when one is not Python.

    """
    trees = {name: syntax.parse(source) for name, source in modules.items()}
    waiting = [p for name in modules for p in _parts(name, trees[name], modules[name])]
    named = {word for text in others for word in WORD.findall(text)}
    kept: set[ast.AST] = set()
    while used := [p for p in waiting if not p.binds or p.binds & named]:
        waiting = [p for p in waiting if p.binds and not p.binds & named]
        kept |= {part.node for part in used}
        named |= {word for part in used for word in part.words}
    plain = {name: _only(kept, trees[name], modules[name]) for name in modules}
    imported = _imported(plain, others)
    return {name: source for name, source in plain.items() if name in imported}


def _imported(modules: Mapping[str, str], others: Iterable[str]) -> set[str]:
    """Name the modules that the other texts import, and those that these import."""
    files = {_dotted(name): name for name in modules}
    found: set[str] = set()
    waiting = list(others)
    while waiting:
        for each in imports(waiting.pop()):
            packages = accumulate(each.name.split("."), "{}.{}".format)
            new = {files[name] for name in packages if name in files} - found
            found |= new
            waiting += [modules[name] for name in new]
    return found


def _dotted(path: str) -> str:
    """Name a module as an import does, by its path: `checks.seeds`."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _parts(name: str, tree: ast.Module, source: str) -> Iterator[Part]:
    """Give the parts of a module; what it imports counts as named by itself only."""
    here = "" if name.endswith("__init__.py") else f"{name}:"  # a package passes on
    for node in tree.body:
        if isinstance(node, Imports):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                yield Part(alias, frozenset({here + bound}), frozenset({alias.name}))
        else:
            words = WORD.findall("".join(_lines(node, source)))
            own = frozenset(here + word for word in words)
            yield Part(node, _bound(node), own.union(words))


def _bound(node: ast.stmt) -> frozenset[str]:
    """Name what a statement defines, when that is all that it does."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return frozenset({name})
        case ast.Assign(targets=[ast.Name(id=name)]):
            return frozenset({name})
        case ast.AnnAssign(target=ast.Name(id=name)):
            return frozenset({name})
    return frozenset()


def _lines(node: ast.stmt, source: str) -> list[str]:
    first, last = _span(node)
    return source.splitlines(keepends=True)[first:last]


def _span(node: ast.stmt) -> tuple[int, int]:
    """Give the index of a statement's first line, decorators included, and its end."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(each.lineno for each in decorators)])
    return first - 1, node.end_lineno or node.lineno


def _only(kept: set[ast.AST], tree: ast.Module, source: str) -> str:
    """Write a module with these parts only."""
    lines = source.splitlines(keepends=True)
    for node in tree.body:
        first, last = _span(node)
        if isinstance(node, Imports) and not _is_future(node):
            names = [alias for alias in node.names if alias in kept]
            if len(names) < len(node.names):
                lines[first:last] = [""] * (last - first)
                lines[first] = _importing(node, names)
        elif not isinstance(node, Imports) and node not in kept:
            lines[first:last] = [""] * (last - first)
    return tidy("".join(lines))


def _is_future(node: Imports) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _importing(node: Imports, names: list[ast.alias]) -> str:
    if not names:
        return ""
    return ast.unparse(type(node)(**{**vars(node), "names": names})) + "\n"
