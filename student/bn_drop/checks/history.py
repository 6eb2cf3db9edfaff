from __future__ import annotations

import ast
import re
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Run:

    source: str
    error: str
    at: float


@dataclass
class History:

    runs: list[Run] = field(default_factory=list)

    def note(self, result: Any) -> None:
        error = result.error_before_exec or result.error_in_exec
        said = f"{type(error).__name__}: {_text(error)}" if error else ""
        self.runs.append(Run(result.info.raw_cell, said, time.time()))

    def last(self, names: set[str]) -> Run | None:
        runs = (run for run in reversed(self.runs) if names & names_set_by(run.source))
        return next(runs, None)


def _text(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{error.msg}, line {error.lineno} of its cell"
    return str(error)


def names_set_by(source: str) -> set[str]:
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        found = r"^(?:def|class)\s+(\w+)|^(\w+)\s*=(?!=)"
        return {a or b for a, b in re.findall(found, source, re.MULTILINE)}
    names = set()
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            stored = (leaf for target in node.targets for leaf in ast.walk(target))
            names |= {leaf.id for leaf in stored if isinstance(leaf, ast.Name)}
    return names
