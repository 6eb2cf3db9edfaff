"""Take the commentary out of a module: what its authors say to each other.

Students get the modules that check their work without it. It is written for authors of
tests, it can say what a hidden test looks for, and it is a quarter of what a student
downloads. The modules that students read (`deeplearning`, `given`) keep theirs.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from homework.base import syntax

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def without_commentary(source: str) -> str:
    """Return a module's source without its docstrings and comments.

    Args:
        source: of a module.

    Raises:
        SyntaxError: when it is not Python.

    """
    lines = source.splitlines(keepends=True)
    for first, last, instead in _docstrings(source):
        lines[first - 1 : last] = [instead] + [""] * (last - first)
    for row, column in _comments(source):
        code = lines[row - 1][:column].rstrip()
        lines[row - 1] = f"{code}\n" if code else ""
    return re.sub(r"\n{4,}", "\n\n\n", "".join(lines)).lstrip("\n")


def _docstrings(source: str) -> Iterator[tuple[int, int, str]]:
    """Give the first and last line of each, and what stands there instead."""
    for node in ast.walk(syntax.parse(source)):
        if isinstance(node, Documented) and ast.get_docstring(node) is not None:
            string = node.body[0]
            is_all = len(node.body) == 1 and not isinstance(node, ast.Module)
            instead = f"{' ' * string.col_offset}...\n" if is_all else ""
            yield string.lineno, string.end_lineno or string.lineno, instead


def _comments(source: str) -> Iterator[tuple[int, int]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start
