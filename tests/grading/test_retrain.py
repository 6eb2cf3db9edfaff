"""Training a submission again: reproduced, not reproduced, or why not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.cli import main
from homework.grading.retrain import Verdict, allowance, retrain
from homework.questions.answers import code_cells
from homework.questions.cells import Cell, to_notebook
from homework.questions.layout import Repository

REPOSITORY = Repository.find(Path(__file__))
(ASSIGNMENT,) = REPOSITORY.assignments(("pytorch_cnn",))
COURSE = REPOSITORY.assignments_folder


def handed_in(folder: Path, record: dict[str, Any], extra: str = "") -> Path:
    """Write a submission whose base network trains for eight epochs."""
    known = json.loads((ASSIGNMENT.folder / "base.json").read_text())
    known["settings"]["epochs"] = 8
    cells = [Cell("code", source) for source in code_cells(ASSIGNMENT)]
    skipped = Cell("code", "raise SystemExit('trains')", ("otter_ignore",))
    cells += [skipped, Cell("code", extra), Cell("code", "grader.check_all()")]
    path = folder / "it.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pytorch_cnn.ipynb", nbformat.writes(to_notebook(cells)))
        archive.writestr("base.json", json.dumps({**known, **record}))
    return path


@pytest.mark.slow
def test_an_honest_claim_is_reproduced(tmp_path: Path) -> None:
    path = handed_in(tmp_path, {"validation_accuracy": 0.85})
    (verdict,) = retrain(path, (), course=COURSE, limit=120)
    assert verdict.problem == ""
    assert verdict.is_reproduced, verdict
    assert "base: reproduced: claims 85.0%" in str(verdict)


@pytest.mark.slow
def test_a_forged_claim_is_not(tmp_path: Path) -> None:
    path = handed_in(tmp_path, {"validation_accuracy": 0.999})
    (verdict,) = retrain(path, ("base",), course=COURSE, limit=120)
    assert verdict.reached is not None
    assert not verdict.is_reproduced, verdict
    assert "NOT reproduced" in str(verdict)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("record", "extra", "limit", "said"),
    [
        ({}, "while True: pass", 6.0, "stopped after 6 s"),
        ({}, "def train_step(*_): raise ValueError('no')", 60.0, "ValueError: no"),
        ({"data": "mnist"}, "", 60.0, "There is no data set 'mnist'"),
        (
            {"settings": {"epochs": 61}},
            "",
            60.0,
            "more epochs than the budget has",
        ),
        ({"augment": "lost"}, "", 60.0, "KeyError: 'lost'"),
    ],
)
def test_what_does_not_train_is_explained(
    tmp_path: Path, record: dict[str, Any], extra: str, limit: float, said: str
) -> None:
    path = handed_in(tmp_path, record, extra)
    (verdict,) = retrain(path, ("base",), course=COURSE, limit=limit)
    assert said in str(verdict)
    assert not verdict.is_reproduced


@pytest.mark.slow
def test_a_notebook_with_records_beside_it_will_do(tmp_path: Path) -> None:
    with zipfile.ZipFile(handed_in(tmp_path, {"settings": {"epochs": 61}})) as archive:
        archive.extractall(tmp_path)
    (verdict,) = retrain(tmp_path / "pytorch_cnn.ipynb", (), course=COURSE, limit=60.0)
    assert "more epochs" in str(verdict)


@pytest.mark.parametrize(
    ("names", "entries", "said"),
    [
        ((), {}, "holds 0 notebooks"),
        ((), {"a.ipynb": "{}", "b.ipynb": "{}"}, "holds 2 notebooks"),
        ((), {"a.ipynb": "{}"}, "of a network.json"),
        ((), {"a.ipynb": "{}", "base.json": "[]"}, "of a network.json"),
        (("own",), {"a.ipynb": "{}", "base.json": "{}"}, "own.json"),
    ],
)
def test_what_is_no_submission_is_refused(
    tmp_path: Path, names: tuple[str, ...], entries: dict[str, str], said: str
) -> None:
    path = tmp_path / "it.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    with pytest.raises(HomeworkError, match=said):
        retrain(path, names, course=COURSE, limit=1.0)


def test_the_allowance_covers_the_noise_of_few_images() -> None:
    assert allowance(0.9, 300) == pytest.approx(4 * (2 * 0.09 / 300) ** 0.5)
    assert allowance(0.9, 10**9) == 0.02
    assert Verdict("own", None, 0.9).is_reproduced is False
    assert "claims no" in str(Verdict("own", None, 0.9))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("claim", "code", "said"),
    [(0.15, 0, "base: reproduced: claims 15.0%"), (0.999, 1, "base: NOT reproduced")],
)
def test_the_command_trains_again_and_says_what_came_of_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    claim: float,
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(REPOSITORY.root)
    record = {"validation_accuracy": claim, "settings": {"epochs": 1}}
    path = handed_in(tmp_path, record)
    done = CliRunner().invoke(main, ["retrain", str(path), "base"])
    assert said in done.output
    assert done.exit_code == code


def test_the_command_refuses_what_is_no_submission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REPOSITORY.root)
    path = handed_in(tmp_path, {})
    done = CliRunner().invoke(main, ["retrain", str(path), "own"])
    assert done.exit_code == 2
    assert "holds no record own.json" in done.output


@pytest.mark.slow
def test_the_command_stops_a_training_that_never_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REPOSITORY.root)
    path = handed_in(tmp_path, {}, "while True: pass")
    done = CliRunner().invoke(main, ["retrain", str(path), "base", "--limit", "3"])
    assert done.exit_code == 1
    assert "base: stopped after 3 s." in done.output


def test_the_help_says_that_students_code_runs() -> None:
    said = CliRunner().invoke(main, ["retrain", "--help"]).output
    assert "THIS RUNS THE STUDENT'S CODE ON THIS MACHINE" in said
