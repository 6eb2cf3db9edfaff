"""Assertions of `nose`, which no new Python can import, become those of `unittest`."""

from __future__ import annotations

import ast
import re
from unittest import TestCase

from homework.base import syntax

OTHERS = {"ok_": "assertTrue", "eq_": "assertEqual", "assert_equals": "assertEqual"}


def without_nose(source: str) -> str:
    """Take from `unittest` what a cell takes from `nose.tools`."""
    try:
        tree = syntax.parse(source)
    except (SyntaxError, ValueError):
        return source
    lines = source.splitlines()
    for node in reversed(list(ast.walk(tree))):
        if isinstance(node, ast.ImportFrom) and node.module == "nose.tools":
            made = [_assigned(alias) for alias in node.names]
            if all(made):
                indent = " " * node.col_offset
                new = [f"{indent}{line}" for line in ("import unittest", *made)]
                lines[node.lineno - 1 : node.end_lineno] = new
    return "\n".join(lines)


def _assigned(alias: ast.alias) -> str:
    words = alias.name.split("_")
    method = OTHERS.get(alias.name) or words[0] + "".join(map(str.title, words[1:]))
    if not re.match(r"assert[A-Z]", method) or not hasattr(TestCase, method):
        return ""
    return f"{alias.asname or alias.name} = unittest.TestCase().{method}"
