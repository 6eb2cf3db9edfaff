"""The engine gives what stock Otter gives, question by question.

The samples carry stock Otter's totals, which `homework samples` confirms. Each accepted
and rejected answer, alone in a notebook, has the verdict that `homework check` proves.
And stock Otter itself grades everything, which takes long: `make parity`. What it gave
is kept in `docs/quality/stock`, so `pytest -m stock -k stock_otter` lets it grade only
what is new to it, and always runs the engine.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from homework.base.files import write_zip
from homework.grading.batch import grade_all
from homework.grading.engine import Engine
from homework.grading.package import Package
from homework.questions.answers import Answer, answers
from homework.questions.layout import Assignment, Repository
from homework.questions.student_files import pack, solution_files
from homework.release.kept import Ledger
from homework.release.places import released
from homework.release.samples import (
    hand_in,
    packed,
    samples_of,
    solutions,
    submission,
    write_submission,
)
from tests.samples import ROOT

REAL = Repository(ROOT)
AGAIN = bool(os.environ.get("HOMEWORK_AGAIN"))  # ask stock Otter for everything
ALL = [each.name for each in REAL.assignments(()) if not each.drafts]
# Whose answers are graded one by one in `make test`; the others' are in `make parity`.
SHORT = ("hand_design_filters",)
QUICK = [pytest.param(name, marks=pytest.mark.slow) for name in SHORT]
LONG = [
    pytest.param(name, marks=pytest.mark.stock) for name in ALL if name not in SHORT
]


def assignment_of(name: str) -> Assignment:
    (found,) = REAL.assignments((name,))
    return found


def written(
    assignment: Assignment,
    folder: Path,
    filled: Mapping[str, str],
    files: Mapping[str, bytes],
) -> Path:
    """Write a submission as a student hands it in."""
    notebook = released(REAL, assignment).notebook
    folder.mkdir(parents=True)
    known = _names(notebook)
    texts = {name: text for name, text in filled.items() if name in known}
    path = write_submission(submission(notebook, texts), folder / notebook.name)
    return pack(path, files, folder / "handed_in.zip") if files else path


def _names(notebook: Path) -> set[str]:
    text = str(nbformat.read(notebook, as_version=4))
    return {name for name in _questions() if name in text}


def _questions() -> set[str]:
    return {q.name for each in REAL.assignments(()) for q in each.questions}


def graded(
    assignment: Assignment, submissions: dict[str, Path], out: Path
) -> dict[str, dict[str, Any]]:
    """Grade with the engine, but for two differences that docs/grading.md names.

    Stock Otter lets answers import whatever is installed, and its hidden cases follow
    from the notebook alone.
    """
    archive = out.with_suffix(".zip")
    with zipfile.ZipFile(released(REAL, assignment).autograder) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    settings = json.loads(entries["grading.json"])
    del settings["packages"]
    entries["grading.json"] = json.dumps(settings).encode()
    write_zip(archive, entries)
    with Engine(archive) as engine, pytest.MonkeyPatch.context() as patched:
        patched.setattr(Package, "seed", lambda _, notebook: _stocks_seed(notebook))
        return grade_all(engine, submissions, out, side_by_side=2)


def _stocks_seed(notebook: bytes) -> int:
    return int.from_bytes(hashlib.sha256(notebook).digest()[:4], "big")


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_samples_have_the_totals_of_stock_otter(name: str, tmp_path: Path) -> None:
    assignment = assignment_of(name)
    samples = {sample.name: sample for sample in samples_of(REAL, assignment)}
    places = released(REAL, assignment)
    paths = {
        key: hand_in(places, sample, tmp_path / key) for key, sample in samples.items()
    }
    records = graded(assignment, paths, tmp_path / "out")
    found = {key: record["score"] for key, record in records.items()}
    wanted = {key: pytest.approx(sample.score) for key, sample in samples.items()}
    assert found == wanted


@pytest.mark.parametrize("name", QUICK + LONG)
def test_answers_have_the_verdicts_that_they_are_proven_to_have(
    name: str, tmp_path: Path
) -> None:
    assignment = assignment_of(name)
    right, files = solutions(assignment), solution_files(assignment)
    alone = {
        f"{question.name}-{answer.path.parent.name}-{answer.path.stem}": answer
        for question in assignment.questions
        if question.name in right
        for verdict in ("accepted", "rejected")
        for answer in answers(question, verdict)
    }
    paths = {
        key: written(
            assignment,
            tmp_path / key,
            {**right, answer.question.name: answer.source},
            files,
        )
        for key, answer in alone.items()
    }
    records = graded(assignment, paths, tmp_path / "out")
    complaints = {key: complaint(records[key], each) for key, each in alone.items()}
    assert not {key: text for key, text in complaints.items() if text}


def complaint(record: dict[str, Any], answer: Answer) -> str:
    """Say where a record is not what an answer should earn; "" for nowhere."""
    if record["status"] != "graded":
        return str(record["status"])
    tests = record["questions"][answer.question.name]["tests"]
    failed = [test["name"] for test in tests if not test["passed"]]
    if answer.path.parent.name == "accepted":
        return f"{failed} failed" if failed else ""
    return "" if answer.caught_by in failed else f"{answer.caught_by} passed"


@pytest.mark.stock
@pytest.mark.parametrize("name", ALL)
def test_stock_otter_gives_every_question_the_same_score(
    name: str, tmp_path: Path
) -> None:
    """Grade the samples and all answers, one a question and notebook, with both."""
    assignment = assignment_of(name)
    right, files = solutions(assignment), solution_files(assignment)
    filled = {
        f"{verdict}{number}": {**right, **{q: row[q].source for q in row if q in right}}
        for verdict in ("accepted", "rejected")
        for number, row in enumerate(packed(assignment, verdict))
    }
    paths = {
        key: written(assignment, tmp_path / key, texts, files)
        for key, texts in filled.items()
    }
    places = released(REAL, assignment)
    for sample in samples_of(REAL, assignment):
        paths[sample.name] = hand_in(places, sample, tmp_path / sample.name)
    records = graded(assignment, paths, tmp_path / "out")
    ledger = Ledger(REAL, name, places.autograder)
    ledger.keep_only(paths.values())
    differences = []
    for key, path in paths.items():
        known = None if AGAIN else ledger.find(path)
        given = known or ledger.grade(path, tmp_path / key / "stock")
        questions = records[key]["questions"]
        differences += [
            f"{key}: {q} has {questions[q]['score']:g}, and {score.earned:g} by stock"
            for q, score in given.questions.items()
            if questions[q]["score"] != pytest.approx(score.earned)
        ]
    assert not differences
