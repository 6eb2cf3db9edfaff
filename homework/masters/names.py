"""Names of a notebook: what its cells bind and import, and what a test asks for."""

from __future__ import annotations

import ast
import builtins
import symtable
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from homework.base import syntax
from homework.questions.cells import Cell

# Packages whose values travel between the processes of the grader, or that make none.
LIGHT = {"numpy", "matplotlib", "torch", *sys.stdlib_module_names}


@dataclass
class Names:
    """What the cells of a notebook leave behind.

    Attributes:
        bound: every name that a cell assigns or defines.
        imports: by name, the statement that brings it.
        is_heavy: whether values may be such that only their own process can use them:
            tables, say, or objects of the notebook's own classes.

    """

    bound: set[str] = field(default_factory=set)
    imports: dict[str, str] = field(default_factory=dict)
    is_heavy: bool = False


def names_of(cells: Iterable[Cell]) -> Names:
    """Collect the names of a notebook's code cells, solutions included."""
    found = Names()
    for cell in cells:
        if cell.kind == "code":
            _collect(found, parsed(cell.source))
    return found


def parsed(source: str) -> ast.Module:
    """Parse code; lines that are no Python, such as magics, are left out."""
    try:
        return syntax.parse(source)
    except (SyntaxError, ValueError):
        plain = [
            line for line in source.splitlines() if line.lstrip()[:1] not in ("%", "!")
        ]
        try:
            return syntax.parse("\n".join(plain))
        except (SyntaxError, ValueError):
            return ast.Module([], [])


def _collect(found: Names, tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            _import(found, node)
        elif isinstance(node, ast.ClassDef):
            found.is_heavy = True
    found.bound |= bound(tree)


def _import(found: Names, node: ast.Import | ast.ImportFrom) -> None:
    for alias in node.names:
        module = node.module if isinstance(node, ast.ImportFrom) else alias.name
        top = (module or "").partition(".")[0]
        if top not in LIGHT or alias.name == "*":
            found.is_heavy = True
        one = ast.unparse(_alone(node, alias))
        found.imports[alias.asname or alias.name.partition(".")[0]] = one


def _alone(
    node: ast.Import | ast.ImportFrom, alias: ast.alias
) -> ast.Import | ast.ImportFrom:
    if isinstance(node, ast.Import):
        return ast.Import([alias])
    return ast.ImportFrom(node.module, [alias], node.level)


def bound(tree: ast.Module) -> set[str]:
    """Return the names that statements bind at their top level, imports left out."""
    found: set[str] = set()
    for node in _outer(tree.body):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            found.add(node.id)
    return found


def imported(tree: ast.Module) -> set[str]:
    """Return the names that statements import at their top level."""
    return {
        alias.asname or alias.name.partition(".")[0]
        for node in _outer(tree.body)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }


def packages(tree: ast.Module) -> set[str]:
    """Return the first names of all modules that statements import."""
    modules = [
        node.module if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    return {module.partition(".")[0] for module in modules if module}


def _outer(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Walk a tree, but not into functions, classes and comprehensions."""
    inner = (
        ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp,
        ast.SetComp, ast.DictComp, ast.GeneratorExp,
    )  # fmt: skip
    for node in nodes:
        yield node
        if not isinstance(node, inner):
            yield from _outer(ast.iter_child_nodes(node))


def free(source: str) -> list[str]:
    """List the names that code asks for and does not bind, builtins left out."""
    body = "\n".join(f"    {line}" for line in source.splitlines()) or "    pass"
    try:
        table = symtable.symtable(f"def it():\n{body}\n", "test", "exec")
    except SyntaxError:  # a text of several lines that is indented no more
        table = symtable.symtable(source, "test", "exec")
    found = {name for child in table.get_children() for name in _globals(child)}
    if not table.get_children():
        found = set(table.get_identifiers())
    order = {
        node.id: (node.lineno, node.col_offset)
        for node in reversed(list(ast.walk(parsed(source))))
        if isinstance(node, ast.Name)
    }
    own = [name for name in found if not hasattr(builtins, name) and name in order]
    return sorted(own, key=lambda name: order[name])


def _globals(table: symtable.SymbolTable) -> Iterator[str]:
    for symbol in table.get_symbols():
        if symbol.is_global():
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals(child)
