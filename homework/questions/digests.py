"""Digests of all that a finding about a question rests on.

Whoever keeps a finding keeps its digest too: with another one it is made anew.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from homework.questions.answers import code_cells
from homework.questions.imports import modules
from homework.questions.layout import Assignment, Question

TOOLS = Path(__file__).parents[1]

# What runs an answer, whoever asks for it.
ALWAYS = tuple(
    f"questions/{name}.py" for name in ("answers", "cases", "cells", "student_files")
)
LIBRARIES = ("autograd", "libcst", "mutmut", "numpy", "torch")


def digest(content: Iterable[tuple[str, bytes]]) -> bytes:
    """Digest named contents, in their order."""
    found = hashlib.sha256()
    for name, data in content:
        found.update(f"{name}\0{len(data)}\0".encode() + data)
    return found.digest()


@cache
def tools(modules: tuple[str, ...]) -> bytes:
    """Digest modules of the tools, by path, with what runs answers and its versions."""
    content = hashlib.sha256()
    for name in (*modules, *ALWAYS):
        content.update((TOOLS / name).read_bytes())
    for library in LIBRARIES:
        content.update(importlib.metadata.version(library).encode())
    return content.digest()


def inputs(assignment: Assignment, question: Question) -> Iterator[tuple[str, bytes]]:
    """Yield what every verdict of a question's tests depends on, but the answer."""
    cells = code_cells(assignment, upto=question)
    tests = question.tests.read_bytes()
    yield "cells", "\0".join(cells).encode()
    yield "tests", tests
    yield from _data(assignment.folder)
    for path in sorted(modules(assignment.folder.parent, [*cells, tests.decode()])):
        yield path.name, path.read_bytes()


def files(question: Question, patterns: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield files of a question's folder."""
    for pattern in patterns:
        for path in sorted(question.folder.glob(pattern)):
            yield path.name, path.read_bytes()


def _data(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what tests may read beside Python: held-out images, handed-in weights."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".npz", ".json", ".safetensors", ".csv"):
            yield path.name, path.read_bytes()
