"""What must hold of a build before it becomes a release; each proof yields findings."""

from __future__ import annotations

import ast
import math
import re
import zipfile
from pathlib import Path

import nbformat
import yaml

from homework.base import syntax
from homework.law.complaints import Complaint, Found
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment
from homework.release.stock import Scores

LARGEST_ZIP = 1_000_000  # bytes

PINNED = re.compile(r"[A-Za-z0-9._-]+(\[[A-Za-z0-9,_-]+\])?={1,2}[A-Za-z0-9.+!]+")
OF_OTTER = ("pip", "jupyter_server")  # Otter asks for these, without versions
HAVE_CPU_BUILDS = ("torch", "torchvision", "torchaudio")
CUDA = re.compile(r"nvidia|cuda|cudnn|\bcupy|\btriton\b|[+/]cu\d\d", re.IGNORECASE)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> Found:
    """Yield each file in which two builds of the same assignment differ."""
    for name in sorted({*one, *other}):
        if one.get(name) != other.get(name):
            yield Complaint(
                name,
                "is not the same in two builds on two paths.",
                "Look for a path, a time or a random number in what goes into it.",
            )


def expected(assignment: Assignment) -> dict[str, float]:
    """Add up the points on the tests' decorators, by question."""
    cases = {q.name: read_cases(q.tests) for q in assignment.questions}
    return {
        name: float(sum(case.points for case in tests))
        for name, tests in cases.items()
        if tests
    }


def shortfalls(assignment: Assignment, scores: Scores) -> Found:
    """Yield where the solution does not score what the decorators promise."""
    wanted = expected(assignment)
    for name in sorted({*wanted, *scores.questions}):
        score = scores.questions.get(name)
        promised = wanted.get(name, 0.0)
        if score is None or not math.isclose(score.possible, promised):
            worth = "missing" if score is None else f"worth {score.possible:g}"
            yield Complaint(
                name,
                f"is {worth} in the autograder, but its decorators say {promised:g}.",
                f"Run `homework assemble {assignment.name}` and release again.",
            )
        elif not math.isclose(score.earned, score.possible):
            failed = " ".join(score.failures) or score.output[:500]
            yield Complaint(
                name,
                f"gives its own solution {score.earned:g} of {score.possible:g}: "
                f"{failed}",
                "Run `homework check` and correct the solution or the test.",
            )


def gifts(assignment: Assignment, scores: Scores) -> Found:
    """Yield where the untouched notebook scores, or is not graded at all."""
    for name in expected(assignment):
        score = scores.questions.get(name)
        if score is None or score.earned:
            given = "no score" if score is None else f"{score.earned:g} points"
            yield Complaint(
                name,
                f"gives the untouched notebook {given} instead of 0.",
                "Make each test ask for something that `...` does not give.",
            )


def autograder_is_light(path: Path) -> Found:
    """Yield what is wrong with the zip: its size, and what it installs."""
    size = path.stat().st_size
    where = f"autograder/{path.name}"
    if size >= LARGEST_ZIP:
        yield Complaint(
            where,
            f"has {size:,} bytes; {LARGEST_ZIP:,} are the most.",
            "Move large data out of what ships, or make it smaller.",
        )
    with zipfile.ZipFile(path) as archive:
        environment = yaml.safe_load(archive.read("environment.yml"))
    for item in environment["dependencies"]:
        lines = item["pip"] if isinstance(item, dict) else [item]
        for line in lines:
            yield from _check_requirement(f"{where} » environment.yml", str(line))


def _check_requirement(where: str, line: str) -> Found:
    name = re.split(r"[=<>!~\[; ]", line, maxsplit=1)[0].lower()
    if CUDA.search(line):
        yield Complaint(
            where,
            f"'{line}' brings CUDA, and the grader has no GPU.",
            "Take it out of otter_config.json.",
        )
    elif name in HAVE_CPU_BUILDS and "+cpu" not in line:
        yield Complaint(
            where,
            f"'{line}' brings gigabytes of CUDA, and the grader has no GPU.",
            f"Ask for `{name}==VERSION+cpu` in otter_config.json.",
        )
    elif not (line.startswith("-") or line in OF_OTTER or PINNED.fullmatch(line)):
        yield Complaint(
            where,
            f"'{line}' is not pinned.",
            f"Write `{name}==VERSION` in otter_config.json.",
        )


def export_needs_no_latex(path: Path) -> Found:
    """Yield a complaint unless one cell exports, and makes no PDF."""
    notebook = nbformat.read(path, as_version=4)
    calls = [
        node
        for cell in notebook.cells
        if cell.cell_type == "code" and "grader.export(" in cell.source
        for node in ast.walk(syntax.parse(cell.source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "grader.export"
    ]
    where = f"student/{path.parent.name}/{path.name}"
    if len(calls) != 1:
        yield Complaint(
            where,
            f"has {len(calls)} calls of grader.export.",
            "Keep `export_cell` in otter_config.json, and write no such call.",
        )
    elif "pdf=False" not in map(ast.unparse, calls[0].keywords):
        yield Complaint(
            where,
            "makes a PDF in its export cell, which needs LaTeX.",
            "Say `export_cell: {pdf: false}` in otter_config.json.",
        )
