"""A class that never was, graded: scores are as known, every entry has a row."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.cli import main
from homework.questions.layout import Repository
from homework.release import simulate as simulated
from homework.release.simulate import (
    SHAPES,
    Known,
    read_truth,
    simulate,
    summary,
)
from tests.samples import ROOT

REAL = Repository(ROOT)
(FILTERS,) = REAL.assignments(("hand_design_filters",))
COUNT = 10


def test_the_same_seed_gives_the_same_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = FILTERS.questions
    known = {first.name: [Known("solution", "x = 1", 2.0), Known("wrong", "", 1.0)]}
    monkeypatch.setattr(simulated, "known_answers", lambda _: known)
    made = [
        simulate(REAL, FILTERS, tmp_path / name, count=50, seed=seed, shape="moodle")
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    ]
    files = ("class.zip", "truth.csv", "roster.csv", "gradebook.csv")
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (
            tmp_path / "b" / name
        ).read_bytes()
    assert (tmp_path / "a" / "truth.csv").read_bytes() != (
        tmp_path / "c" / "truth.csv"
    ).read_bytes()
    assert "graded" in summary(made[0])
    truth = read_truth(tmp_path / "a" / "truth.csv")
    assert {line["score"] for line in truth} >= {"2.0", "1.0", "0.0", ""}
    with pytest.raises(HomeworkError, match="is not empty"):
        simulate(REAL, FILTERS, tmp_path / "a", count=1, seed=1, shape="flat")


def assert_as_known(
    line: dict[str, str], truth: dict[str, str], worth: dict[str, float]
) -> None:
    """Hold a row against the truth, as far as that is known.

    A later question may stand on a mistake, and how much a mistake costs may depend on
    the seed; up to the first mistake there is no doubt.
    """
    for name, points in worth.items():
        got, expected = float(line[name]), float(truth[name])
        if expected < points:
            assert got < points, (name, truth)
            return
        assert got == points, (name, truth)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the engine forks")
def test_a_simulated_class_is_graded_as_is_known_in_every_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = simulated.known_answers(FILTERS)
    assert any(len({each.points for each in tried}) > 1 for tried in known.values())
    monkeypatch.setattr(simulated, "known_answers", lambda _: known)
    worth = {name: tried[0].points for name, tried in known.items()}
    for shape in SHAPES:
        folder, out = tmp_path / shape, tmp_path / f"{shape}-grades"
        made = simulate(REAL, FILTERS, folder, count=COUNT, seed=3, shape=shape)
        source = folder / ("class" if shape == "flat" else "class.zip")
        words = ["grade", str(source), "-a", FILTERS.name, "-o", str(out)]
        roster = ["--roster", str(folder / "roster.csv"), "--level", "limits"]
        done = CliRunner().invoke(main, words + roster)
        assert done.exit_code in (0, 1), done.output
        with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
            lines = {line["sid"]: line for line in csv.DictReader(file)}
        assert set(lines) == {student.sid for student in made}
        for truth in read_truth(folder / "truth.csv"):
            line = lines[truth["sid"]]
            assert bool(line["score"]) == bool(truth["score"]), truth
            if truth["submission"]:
                assert line["submission"] == truth["submission"]
            if truth["score"]:
                assert_as_known(line, truth, worth)
