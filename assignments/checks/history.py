"""Which cells ran since the notebook was begun, and which names each sets."""

from __future__ import annotations

import ast
import re
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Run:
    """One cell that ran."""

    source: str
    error: str  # "" when it went well
    at: float  # seconds since the epoch


@dataclass
class History:
    """The cells that ran in this kernel, from the first cell of the notebook on."""

    runs: list[Run] = field(default_factory=list)

    def note(self, result: Any) -> None:
        """Take down a cell; IPython calls this after each."""
        error = result.error_before_exec or result.error_in_exec
        said = f"{type(error).__name__}: {_text(error)}" if error else ""
        self.runs.append(Run(result.info.raw_cell, said, time.time()))

    def last(self, names: set[str]) -> Run | None:
        """Return the last run of a cell that sets one of these names."""
        runs = (run for run in reversed(self.runs) if names & names_set_by(run.source))
        return next(runs, None)


def _text(error: BaseException) -> str:
    """Return what an error says; IPython's name for a cell would say nothing."""
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{error.msg}, line {error.lineno} of its cell"
    return str(error)


def names_set_by(source: str) -> set[str]:
    """Return the names that a cell sets at its margin, also where it is not Python."""
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
