"""Written questions have a rubric, wrong answers, and collect what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework.law.coverage import Covered, coverage, uncollected
from homework.law.written import written
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import master_cells
from homework.questions.written import rubric, wrong_answers
from tests.samples import ROOT, replace, small_assignment

DENIES = "rejected/denies_it.md"


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return an assignment whose second question is a written one."""
    return small_assignment(tmp_path)


def _said(assignment: Assignment) -> list[str]:
    return [str(complaint) for complaint in written(assignment.questions[1])]


def test_a_complete_question_is_no_complaint(small: Assignment) -> None:
    assert _said(small) == []
    assert rubric(small.questions[1]) == [(4.5, "says that it is.")]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("question.py", "- 4.5 points", "- 3 points", "its rubric give 3."),
        ("question.py", "# - 4.5 points: says that it is.\n", "", "rubric give 0."),
        ("question.py", "# collects: explain\n", "", "collects nothing that is named."),
        ("question.py", "explain", "explian", "collects explian."),
        (DENIES, "Earns 0 of 4.5: it is.", "No.", "does not say what the answer earns"),
        (DENIES, "0 of 4.5", "4.5 of 4.5", "a wrong answer gets less than 4.5"),
        (DENIES, "0 of 4.5", "0 of 5", "earns 0 of 5"),
    ],
)
def test_what_a_grader_would_miss_is_named(
    small: Assignment, file: str, old: str, new: str, says: str
) -> None:
    replace(small.questions[1].folder / file, old, new)
    said = _said(small)
    assert len(said) == 1
    assert says in said[0]


def test_one_wrong_answer_is_too_few(small: Assignment) -> None:
    (small.questions[1].folder / DENIES).unlink()
    assert "holds 1 wrong answers; whoever grades needs 2." in _said(small)[0]


def test_whoever_grades_sees_the_wrong_answers_below_the_right_one(
    small: Assignment,
) -> None:
    sources = [cell.source for cell in master_cells(small)]
    (shown,) = (text for text in sources if "> It is not." in text)
    assert "**An answer that earns 0 of 4.5:** it is." in shown
    place = sources.index(shown)
    assert sources[place - 1].startswith("It is.")
    assert sources[place + 1] == "# END SOLUTION"


def test_letters_are_no_reason(small: Assignment, tmp_path: Path) -> None:
    asks = '[rows]\nK = 2\n\n[asks]\nexplain = ["K1", "K2"]\n'
    (tmp_path / "homework.toml").write_text(asks, encoding="utf-8")
    replace(small.questions[1].source, "# collects", "# rows: K1\n# collects")
    code = small.questions[0].source
    code.write_text("# rows: K1, K2\n" + code.read_text("utf-8"), encoding="utf-8")
    found = coverage(Repository(tmp_path))
    assert {(item.row, item.collects) for item in found} == {
        ("K1", ("code",)),
        ("K1", ("explain",)),
        ("K2", ("code",)),
    }
    assert uncollected(found) == [("K2", "explain")]


@pytest.mark.parametrize(
    ("kind", "collected", "is_enough"),
    [
        ("explain", "letters", False),
        ("derive", "explain", False),
        ("derive", "derive", True),
        ("draw", "code", True),
        ("draw", "letters", False),
    ],
)
def test_what_is_enough(kind: str, collected: str, is_enough: bool) -> None:
    row = Covered("K1", (kind,), "a", "q01", (collected,), 4, 1, 1, 2, 2)
    assert (uncollected([row]) == []) == is_enough


def test_the_course_collects_what_its_list_asks() -> None:
    found = coverage(Repository(ROOT))
    assert uncollected(found) == []
    for assignment in Repository(ROOT).assignments():
        worths = [
            sum(points for points, _ in rubric(question))
            for question in assignment.questions
            if wrong_answers(question)
        ]
        assert 2 <= len(worths) <= 4
        assert 12 <= sum(worths) <= 25
