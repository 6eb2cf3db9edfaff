"""The names that code binds."""

from __future__ import annotations

import ast

from homework.base import syntax


def bound_names(source: str) -> dict[str, int]:
    """Return the names that a cell binds at its top level, with their lines.

    A cell that is not Python binds none here; another law says so.
    """
    try:
        body = syntax.parse(source).body
    except SyntaxError:
        return {}
    names: dict[str, int] = {}
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.setdefault(node.name, node.lineno)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for leaf in ast.walk(target):
                    if isinstance(leaf, ast.Name) and isinstance(leaf.ctx, ast.Store):
                        names.setdefault(leaf.id, node.lineno)
    return names
