from __future__ import annotations

import ast
import re
import time
from dataclasses import dataclass, field
from functools import cached_property

MAGIC = re.compile(r"^[%!].*", re.MULTILINE)


@dataclass(frozen=True)
class Run:

    source: str
    error: str
    at: float

    @cached_property
    def names(self):
        return names_set_by(self.source)


@dataclass
class History:

    runs: list[Run] = field(default_factory=list)

    def note(self, result):
        error = result.error_before_exec or result.error_in_exec
        said = f"{type(error).__name__}: {_text(error)}" if error else ""
        self.runs.append(Run(result.info.raw_cell, said, time.time()))

    def last(self, name):
        runs = (run for run in reversed(self.runs) if name in run.names)
        return next(runs, None)


def _text(error):
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{error.msg}, line {error.lineno} of its cell"
    return str(error)


def names_set_by(source):
    plain = MAGIC.sub("", source)
    try:
        return set(_names(ast.parse(plain)))
    except (SyntaxError, ValueError):
        found = r"^(?:def|class)\s+(\w+)|^(\w+)\s*=(?!=)"
        return {a or b for a, b in re.findall(found, plain, re.MULTILINE)}


def _names(node):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield child.name
        elif isinstance(child, ast.Name) and not isinstance(child.ctx, ast.Load):
            yield child.id
        elif isinstance(getattr(child, "ctx", None), ast.Store):
            yield from (x.id for x in ast.walk(child) if isinstance(x, ast.Name))
        elif not isinstance(child, ast.Lambda | ast.comprehension):
            yield from _names(child)


def names_imported_by(source):
    try:
        nodes = list(ast.walk(ast.parse(MAGIC.sub("", source))))
    except (SyntaxError, ValueError):
        return set()
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    each = (alias for node in imports for alias in node.names)
    return {(alias.asname or alias.name).partition(".")[0] for alias in each}
