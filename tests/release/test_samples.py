"""Submissions are filled in, graded by stock Otter, and score what they should."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.cli import main
from homework.questions.answers import Answer
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Repository
from homework.release import samples as submissions
from homework.release.build_checks import expected
from homework.release.places import released
from homework.release.samples import (
    Graded,
    Sample,
    grade,
    packed,
    samples_of,
    solutions,
    submission,
    write_submission,
)
from homework.release.stock import QuestionScore, Scores
from tests.samples import ROOT, replace
from tests.toys import NAME, student_bundle, toy

REAL = Repository(ROOT)
(BN_DROP,) = REAL.assignments(("bn_drop",))


@pytest.fixture
def repo(tmp_path: Path) -> tuple[Repository, Assignment]:
    return toy(tmp_path)


@pytest.fixture
def notebook(repo: tuple[Repository, Assignment], tmp_path: Path) -> Path:
    return student_bundle(repo[1], tmp_path / "student" / NAME) / f"{NAME}.ipynb"


def test_fills_the_answer_cell_and_nothing_else(notebook: Path) -> None:
    before = submission(notebook, {})["cells"]
    after = submission(notebook, {"q01_center": "center = None"})["cells"]
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [cell["source"] for cell in changed] == ["center = None"]
    at = after.index(changed[0])
    assert after[at + 1]["source"] == 'grader.check("q01_center")'


def test_finds_a_question_that_otter_gives_no_check(
    notebook: Path, tmp_path: Path
) -> None:
    made = submission(notebook, {})
    (check,) = [c for c in made["cells"] if c["source"] == 'grader.check("q02_spread")']
    stub = made["cells"][made["cells"].index(check) - 1]
    made["cells"].remove(check)
    stub["metadata"]["otter"] = {"tests": ["q02_spread"]}
    path = write_submission(made, tmp_path / "made.ipynb")
    filled = submission(path, {"q02_spread": "spread = 1"})["cells"]
    assert "spread = 1" in [cell["source"] for cell in filled]


@pytest.mark.parametrize("name", ["q03_why", "q09_nothing"])
def test_refuses_a_question_without_an_answer_cell(notebook: Path, name: str) -> None:
    with pytest.raises(HomeworkError, match=f"no answer cell for '{name}'"):
        submission(notebook, {name: "x = 1"})


def test_packs_every_answer_once(repo: tuple[Repository, Assignment]) -> None:
    rows = packed(repo[1], "rejected")
    names = [sorted(answer.name for answer in row.values()) for row in rows]
    assert names == [
        ["rejected/knows_only_the_example", "rejected/uses_the_ends"],
        ["rejected/names_the_other_axis"],
    ]
    assert all(row[name].question.name == name for row in rows for name in row)
    assert packed(repo[1], "accepted")[0].keys() == {"q01_center"}


def described(repository: Repository, text: str) -> None:
    path = repository.root / "tests" / "submissions" / f"{NAME}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_reads_samples(repo: tuple[Repository, Assignment]) -> None:
    described(
        repo[0],
        """
        [perfect]
        about = "all of it"
        score = 10
        answers = "solution"

        [mixed]
        about = "this and that"
        score = 2.5
        [mixed.answers]
        q01_center = "rejected/names_the_other_axis"
        q02_spread = "spread = 1 / 2"
        """,
    )
    perfect, mixed = samples_of(*repo)
    assert perfect.filled == solutions(repo[1])
    assert "column_means" in perfect.filled["q01_center"]
    assert (mixed.name, mixed.about, mixed.score) == ("mixed", "this and that", 2.5)
    assert "axis_of_a_column = 1" in mixed.filled["q01_center"]
    assert mixed.filled["q02_spread"] == "spread = 1 / 2"


def test_a_sample_hands_in_files(repo: tuple[Repository, Assignment]) -> None:
    intro = repo[1].folder / "intro.py"
    replace(intro, "# points: 12", "# points: 12\n# student_files: [w.bin, r.json]")
    for name in ("w.bin", "r.json"):
        (repo[1].folder / name).write_bytes(name.encode())
    whole = "[{0}]\nabout = ''\nscore = 1\nanswers = 'solution'\n"
    some = "[{0}]\nabout = ''\nscore = 1\nanswers = {{}}\n"
    named = "files = ['w.bin']\n"
    text = whole.format("a") + some.format("b") + some.format("c") + named
    described(repo[0], text + whole.format("d") + "files = []\n")
    files = {sample.name: sample.files for sample in samples_of(*repo)}
    assert files["a"] == {"w.bin": b"w.bin", "r.json": b"r.json"}
    assert (files["b"], files["c"], files["d"]) == ({}, {"w.bin": b"w.bin"}, {})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "[a]\nabout = ''\nscore = 1\nanswers = {}\nfiles = ['x.bin']",
            "KeyError: 'x.bin'",
        ),
        ("[a]\nscore = 1", "KeyError: 'about'"),
        ("[a", "does not describe samples"),
        ("[a]\nabout = ''\nscore = 'x'\nanswers = {}", "could not convert"),
        (
            "[a]\nabout = ''\nscore = 1\nanswers = {q01_center = 'rejected/nobody'}",
            "names 'rejected/nobody'",
        ),
        (
            "[a]\nabout = ''\nscore = 1\nanswers = {q07 = 'solution'}",
            "has no question 'q07'",
        ),
    ],
)
def test_refuses_what_describes_no_sample(
    repo: tuple[Repository, Assignment], text: str, problem: str
) -> None:
    described(repo[0], text)
    with pytest.raises(HomeworkError, match=problem):
        samples_of(*repo)


def test_an_assignment_may_have_no_samples(repo: tuple[Repository, Assignment]) -> None:
    assert samples_of(*repo) == []


@pytest.mark.parametrize(
    ("earned", "problem", "code"), [(4.0, "", 0), (3.5, "", 1), (None, "broke", 1)]
)
def test_the_command_compares_scores(
    repo: tuple[Repository, Assignment],
    monkeypatch: pytest.MonkeyPatch,
    earned: float | None,
    problem: str,
    code: int,
) -> None:
    described(repo[0], "[few]\nabout = ''\nscore = 4\nanswers = {}")
    monkeypatch.chdir(repo[0].root)
    scores = None if earned is None else Scores({"q": QuestionScore(earned, 5, "")})

    def grade_none(_: Any, found: list[Sample], **__: Any) -> list[Graded]:
        return [Graded(sample, scores, 1.0, problem) for sample in found]

    monkeypatch.setattr(submissions, "grade_samples", grade_none)
    done = CliRunner().invoke(main, ["samples", NAME])
    assert done.exit_code == code
    assert "few" in done.output
    assert problem in done.output


# --- real Otter ---------------------------------------------------------------


# A backward pass that fits the wrong forward pass beside it, so both stand alone.
FITTING = ("drops_in_testing", "is_zero_in_testing")


def graded_rows(verdict: str) -> list[Any]:
    rows = []
    for row in packed(BN_DROP, verdict):
        apart = [q for q, answer in row.items() if answer.path.stem in FITTING]
        rows += [{q: row.pop(q)} for q in apart] if len(apart) > 1 else []
        rows.append(row)
    return [
        pytest.param(row, id=f"{verdict} {number}") for number, row in enumerate(rows)
    ]


def scores_of(row: dict[str, Answer], folder: Path) -> Scores:
    """Grade answers, with the solution wherever there is none."""
    places = released(REAL, BN_DROP)
    filled = {name: answer.source for name, answer in row.items()}
    made = submission(places.notebook, {**solutions(BN_DROP), **filled})
    return grade(places, write_submission(made, folder / "packed.ipynb"))


def lost(scores: Scores) -> dict[str, float]:
    """List the questions that did not get all their points."""
    return {
        name: worth - scores.questions[name].earned
        for name, worth in expected(BN_DROP).items()
        if not math.isclose(scores.questions[name].earned, worth)
    }


@pytest.mark.slow
@pytest.mark.parametrize("row", graded_rows("accepted"))
def test_accepted_answers_get_all_points(
    row: dict[str, Answer], tmp_path: Path
) -> None:
    assert lost(scores_of(row, tmp_path)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("row", graded_rows("rejected"))
def test_rejected_answers_fail_the_test_that_they_name(
    row: dict[str, Answer], tmp_path: Path
) -> None:
    together = scores_of(row, tmp_path)
    assert lost(together).keys() <= row.keys()
    for name, answer in row.items():
        scores = together
        if name not in lost(together):  # it is right beside another's mistake
            (tmp_path / name).mkdir()
            scores = scores_of({name: answer}, tmp_path / name)
        cases = read_cases(BN_DROP.question(name).tests)
        (message,) = (case.message for case in cases if case.name == answer.caught_by)
        assert message in scores.questions[name].failures, answer.path


@pytest.mark.parametrize("assignment", REAL.assignments(), ids=lambda each: each.name)
def test_every_assignment_has_telling_samples(assignment: Assignment) -> None:
    scores = {each.name: each.score for each in samples_of(REAL, assignment)}
    assert {"perfect", "untouched", "half_done", "raises"} <= set(scores)
    assert scores["perfect"] == sum(expected(assignment).values())
    assert scores["untouched"] == 0
    for name in scores.keys() - {"perfect", "untouched"}:
        assert 0 < scores[name] < scores["perfect"], name


def test_a_perfect_sample_follows_the_points(
    repo: tuple[Repository, Assignment],
) -> None:
    described(repo[0], "[perfect]\nabout = ''\nscore = 'all'\nanswers = 'solution'")
    (before,) = samples_of(*repo)
    replace(repo[1].folder / "q01_center" / "tests.py", "points=3", "points=4.5")
    (after,) = samples_of(*repo)
    assert (before.score, after.score) == (10, 11.5)
