"""No test is fooled by an answer that spoils what it is given while it runs.

Every function and method of a solution returns zeros in the shape of the right answer.
Whoever also sets all that it was given to zero, before the test computes its truth from
it, passes no test that it would not pass otherwise.

The other way round, a right answer that then sets what it was given to zero loses only
the tests that ask for arguments as they were: no truth is made of what came back.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)

from homework.grading.engine import Engine
from tests import spoilt
from tests.grading_toys import messages

ROOT = Path(__file__).parents[2]
SOLVED = [
    path
    for path in sorted((ROOT / "solutions").glob("*.ipynb"))
    if path.stem != "pytorch_cnn"  # it trains for minutes
]


def replaced(notebook: Any, *, spoils: bool, kind: str = "nothing") -> Iterator[str]:
    """Yield the sources of a solution, its functions replaced; methods by nothing."""
    yield Path(spoilt.__file__).read_text(encoding="utf-8")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            lines = [cell.source]
            for node in ast.parse(cell.source).body:
                if isinstance(node, ast.FunctionDef):
                    lines += [f"{node.name} = {kind}_of({node.name}, {spoils})"]
                methods = isinstance(node, ast.ClassDef) and kind == "nothing"
                for inner in node.body if methods else ():
                    if isinstance(inner, ast.FunctionDef) and inner.name[0] != "_":
                        name = f"{node.name}.{inner.name}"
                        lines += [f"{name} = nothing_of({name}, {spoils})"]
            yield "\n".join(lines)


def said_by_tests(
    engine: Engine, folder: Path, *, spoils: bool, kind: str = "nothing"
) -> dict[str, str]:
    """Grade such a notebook; return what each test says, nothing where it passes."""
    name = engine.package.assignment
    notebook = nbformat.read(ROOT / "solutions" / f"{name}.ipynb", as_version=4)
    sources = list(replaced(notebook, spoils=spoils, kind=kind))
    cells = [
        {"cell_type": "code", "metadata": {}, "source": source} for source in sources
    ]
    made = {"cells": cells, "metadata": notebook.metadata}
    path = folder / f"{name}.ipynb"
    path.write_text(json.dumps(made), encoding="utf-8")
    result = engine.grade(path)
    assert result.is_graded  # cells that go on with zeros may fail
    return messages(result)


@pytest.mark.slow
@pytest.mark.parametrize("solution", SOLVED, ids=lambda path: path.stem)
def test_nothing_is_gained_by_spoiling_what_is_given(
    tmp_path: Path, solution: Path
) -> None:
    with Engine(ROOT / "autograder" / f"{solution.stem}.zip") as engine:
        honest, spoilt = (
            said_by_tests(engine, tmp_path, spoils=spoils) for spoils in (False, True)
        )
    assert {test for test, said in spoilt.items() if not said} <= {
        test for test, said in honest.items() if not said
    }


@pytest.mark.slow
@pytest.mark.parametrize("solution", SOLVED, ids=lambda path: path.stem)
def test_no_truth_is_made_of_what_came_back(tmp_path: Path, solution: Path) -> None:
    with Engine(ROOT / "autograder" / f"{solution.stem}.zip") as engine:
        honest, spoilt = (
            said_by_tests(engine, tmp_path, spoils=spoils, kind="right")
            for spoils in (False, True)
        )
    lost = {test: said for test, said in spoilt.items() if said and not honest[test]}
    assert all(" in place" in said for said in lost.values()), lost
