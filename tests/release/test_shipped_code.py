"""No student folder holds code that answers one of its questions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from homework.questions.imports import imports
from homework.questions.layout import Assignment, Repository
from homework.release import needed
from homework.release.bundles import Homework, homeworks
from tests.samples import ROOT

ASSIGNMENTS = Repository(ROOT).assignments()
IN_TORCH = ("pytorch_cnn", "q_coding_dropout")

each = pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda a: a.name)

# Code that once was shipped, and a question that it answered.
ORACLE = """
import numpy as np
from autograd import make_vjp


def recorded(forward, inputs):
    back, out = make_vjp(lambda arrays: forward(**arrays))(inputs)
    return out, back


def batch_norm(x, gamma, beta, eps):
    scaled = (x - x.mean(axis=0)) / (x.var(axis=0) + eps) ** 0.5
    return gamma * scaled + beta
"""


# What differentiates by numbers, too coarse to be handed in as it is.
DIFFERENCES = """
import numpy as np


def slopes(f, x, step=1e-5):
    found = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[place] += step
        below[place] -= step
        found[place] = f"{(f(above) - f(below)) / (2 * step):.3g}"
    return found
"""


def student_folder(folder: Path, *assignments: Assignment) -> Path:
    """Copy what releases give students of the shared folders."""
    for assignment in assignments:
        for path in needed.for_students(assignment):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes((assignment.folder / path).read_bytes())
    return folder


def attack(name: str, folder: Path, *only: str) -> dict[str, tuple[float, str]]:
    """Answer questions with the folder's code; return those that earn, and how."""
    command = [sys.executable, "-m", "tests.shipped", name, str(folder), *only]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return {
        question: (points, how)
        for question, (points, how) in json.loads(done.stdout).items()
        if points
    }


@pytest.mark.slow
@each
def test_shipped_code_earns_nothing(assignment: Assignment, tmp_path: Path) -> None:
    folder = os.environ.get("STUDENT_FOLDERS")  # to attack another release
    there = Path(folder, assignment.name) if folder else None
    assert attack(assignment.name, there or student_folder(tmp_path, assignment)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("homework", homeworks(Repository(ROOT)), ids=lambda h: h.name)
def test_no_notebook_of_a_homework_brings_what_answers_another(
    homework: Homework, tmp_path: Path
) -> None:
    together = student_folder(
        tmp_path, *Repository(ROOT).assignments(homework.notebooks)
    )
    assert [attack(name, together) for name in homework.notebooks] == [
        {} for _ in homework.notebooks
    ]


@pytest.mark.slow
@pytest.mark.parametrize("code", [ORACLE, DIFFERENCES])
def test_the_attack_finds_what_is_planted(code: str, tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "oracle.py").write_text(code, encoding="utf-8")
    asked = ("q01_batchnorm_forward", "q02_batchnorm_backward")
    answered = asked if code == ORACLE else asked[1:]
    assert set(attack("bn_drop", tmp_path, *asked)) == set(answered)


@each
def test_students_receive_what_their_notebook_needs_and_nothing_else(
    assignment: Assignment,
) -> None:
    theirs, graders = needed.for_students(assignment), needed.for_grader(assignment)
    assert theirs < graders
    assert not {path.parts[0] for path in theirs} & {"references", "hidden"}
    assert Path("checks", "written.py") in theirs  # the hand-in cells use it
    brought = {
        found.top
        for path in theirs
        if path.suffix == ".py"
        for found in imports((assignment.folder / path).read_text(encoding="utf-8"))
    }
    assert "autograd" not in brought
    assert ("torch" in brought) == (assignment.name in IN_TORCH)


def test_students_are_not_given_what_their_homework_asks_for() -> None:
    theirs = {a.name: needed.for_students(a) for a in ASSIGNMENTS}
    adam = Path("deeplearning", "optim.py")
    assert adam not in theirs["regularization_and_optimizers"]
    assert adam not in theirs["q_coding_dropout"]
    assert Path("given", "batchnorm.py") not in theirs["bn_drop"]
    assert adam in theirs["cnn"]  # it trains with it, and asks for no rule
