"""Take the commentary out of a module: what its authors say to each other.

Students get the modules that check their work without it. It is written for authors of
tests, it can say what a hidden test looks for, and it is a third of what a student
downloads. The types in the heads of functions are said to authors, too. The modules
that students read (`deeplearning`, `given`) keep theirs.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import accumulate

from homework.base import syntax

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


def without_commentary(source: str) -> str:
    """Return a module's source without docstrings, comments and types of functions.

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
    return tidy(_without_types("".join(lines)))


def tidy(source: str) -> str:
    """Leave at most two empty lines in a row, and none at the ends."""
    plain = re.sub(r"\n{4,}", "\n\n\n", source).strip("\n")
    return plain and f"{plain}\n"


def _without_types(source: str) -> str:
    """Cut out what stands behind an argument's colon and a head's arrow."""
    data = source.encode()  # in which Python counts columns
    starts = [0, *accumulate(map(len, data.splitlines(keepends=True)))]
    cuts = []
    for node in ast.walk(syntax.parse(source)):
        if isinstance(node, ast.arg) and (kind := node.annotation):
            name = starts[node.lineno - 1] + node.col_offset + len(node.arg.encode())
            cuts.append((name, _end(kind, starts)))
        elif isinstance(node, Function) and (kind := node.returns):
            begin = starts[kind.lineno - 1] + kind.col_offset
            arrow = data.rindex(b"->", 0, begin)
            cuts.append((len(data[:arrow].rstrip()), _end(kind, starts)))
    for first, last in sorted(cuts, reverse=True):
        data = data[:first] + data[last:]
    return data.decode()


def _end(node: ast.expr, starts: list[int]) -> int:
    return starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)


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
