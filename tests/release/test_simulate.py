"""A class that never was, graded: scores are as known, every entry has a row."""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.cli import main
from homework.questions.answers import solution_source
from homework.questions.layout import Assignment, Repository
from homework.release import simulate as simulated
from homework.release.simulate import (
    SHAPES,
    Profile,
    read_truth,
    simulate,
    summary,
)
from tests.samples import ROOT
from tests.toys import toy

REAL = Repository(ROOT)
(FILTERS,) = REAL.assignments(("hand_design_filters",))
COUNT = 12


def test_the_same_seed_gives_the_same_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = FILTERS.questions
    known = [Profile({first.name: "x = 1"}, {first.name: 2.0})]
    known += [Profile({first.name: ""}, {first.name: points}) for points in (1.0, 0.0)]
    monkeypatch.setattr(simulated, "profiles", lambda *_: known)
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


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Make an assignment that asks no reference: those of the real ones are loaded."""
    _, assignment = toy(tmp_path)
    tests = assignment.questions[1].tests
    text = tests.read_text(encoding="utf-8")
    text = text.replace("from references.spreads import trusted_spread", "import numpy")
    text = text.replace("trusted_spread(x)", "numpy.ptp(x, axis=0)")
    tests.write_text(text, encoding="utf-8")
    return assignment


def test_an_answer_that_stands_on_another_is_known_with_it(small: Assignment) -> None:
    centers, spreads = small.questions[:2]
    stands = "def spread(x): return center(x).max(axis=0) - center(x).min(axis=0)"
    drawn = [
        {centers.name: solution_source(centers), spreads.name: stands},
        {centers.name: simulated.ENDS, spreads.name: stands},
        {spreads.name: stands},
        {},
    ]
    points = [each.points for each in simulated.tried(small, drawn)]
    full = points[0][spreads.name]
    assert full > 0
    assert [each[spreads.name] for each in points] == [full, 0, 0, 0]
    assert [each[centers.name] > 0 for each in points] == [True, False, False, False]


def test_points_that_depend_on_the_seed_are_not_used(small: Assignment) -> None:
    centers, spreads = small.questions[:2]
    gambles = "import os\nif os.environ['HOMEWORK_SEED'] == '1':\n    {}\n"
    right = solution_source(spreads).replace("\n", "\n    ")
    drawn = [{spreads.name: gambles.format(right)}, {centers.name: ""}]
    (kept,) = simulated.tried(small, drawn)
    assert kept.filled == drawn[1]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the engine forks")
def test_a_simulated_class_is_graded_as_is_known_in_every_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = simulated.profiles(FILTERS, COUNT, random.Random(3))
    assert len({sum(each.points.values()) for each in known}) > 3
    monkeypatch.setattr(simulated, "profiles", lambda *_: known)
    names = [each.name for each in FILTERS.questions if each.tests.exists()]
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
                for name in ("score", *names):
                    assert float(line[name]) == float(truth[name]), (name, truth)
