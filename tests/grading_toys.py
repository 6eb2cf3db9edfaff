"""A tiny assignment for the grading engine, made in a moment, without torch."""

from __future__ import annotations

import json
import textwrap
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from homework.grading.engine import Engine, Graded
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level

HEAD = 'from otter.test_files import test_case\n\nOK_FORMAT = False\n\nname = "{}"\n'
CASE = """
@test_case(points={points}, hidden={hidden}, failure_message="{sentence}")
def {name}({parameters}):
{body}
"""


def case(
    name: str,
    parameters: str,
    body: str,
    *,
    points: float = 1,
    hidden: bool = True,
    sentence: str = "It should be right.",
) -> str:
    """Write one test as `otter assign` does."""
    return CASE.format(
        name=name,
        parameters=parameters,
        body=textwrap.indent(textwrap.dedent(body).strip("\n"), "    "),
        points=points,
        hidden=hidden,
        sentence=sentence,
    )


def archive(
    folder: Path,
    questions: Mapping[str, Iterable[str]],
    files: dict[str, str] | None = None,
    preload: tuple[str, ...] = (),
    packages: tuple[str, ...] | None = None,
) -> Path:
    """Write a zip for Gradescope with these tests by question."""
    path = folder / "toy.zip"
    with zipfile.ZipFile(path, "w") as made:
        config = {"assignment_name": "toy", "lang": "python"}
        made.writestr("otter_config.json", json.dumps(config))
        settings: dict[str, object] = {"preload": preload}
        if packages is not None:
            settings["packages"] = packages
        made.writestr("grading.json", json.dumps(settings))
        for question, cases in questions.items():
            made.writestr(
                f"tests/{question}.py", HEAD.format(question) + "".join(cases)
            )
        for name, text in (files or {}).items():
            made.writestr(f"files/{name}", text)
    return path


def cells(*sources: str, name: str = "toy") -> bytes:
    """Write a notebook of code cells."""
    made = [
        {"cell_type": "code", "metadata": {}, "source": textwrap.dedent(source)}
        for source in sources
    ]
    metadata = {"otter": {"assignment_name": name}}
    notebook = {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 4}
    return json.dumps(notebook).encode()


def graded(
    folder: Path,
    questions: Mapping[str, Iterable[str]],
    *sources: str,
    times: Times | None = None,
    level: Level = Level.LIMITS,
) -> Graded:
    """Grade a notebook of these cells on these tests."""
    notebook = folder / "toy.ipynb"
    notebook.write_bytes(cells(*sources))
    zipped = archive(folder, questions)
    with Engine(zipped, level=level, times=times) as engine:
        return engine.grade(notebook)


def passed(result: Graded) -> dict[str, bool]:
    """Say by test which passed."""
    return {
        row["name"]: row["passed"]
        for question in result.questions.values()
        for row in question["tests"]
    }


def was_stopped(text: str) -> bool:
    """Whether a clock stopped it: on a busy machine the one on the wall comes first."""
    return "took longer than" in text or "did not end within" in text


def messages(result: Graded) -> dict[str, str]:
    """Say by test what its failure says."""
    return {
        row["name"]: row["message"]
        for question in result.questions.values()
        for row in question["tests"]
    }
