"""Answers are run as grading runs them, and the evidence is weighed."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from homework.base.errors import HomeworkError
from homework.law.evidence import weigh
from homework.questions.answers import (
    FAILED,
    answers,
    code_cells,
    load_tests,
    run_cells,
    solution_source,
    stub_source,
    verdicts,
)
from homework.questions.layout import Assignment
from tests.samples import contents, replace, small_assignment


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return the small assignment."""
    return small_assignment(tmp_path)


# --- running ------------------------------------------------------------------


def test_grading_runs_the_set_up_the_solution_and_what_follows(
    small: Assignment,
) -> None:
    setup, solution, after = code_cells(small)
    assert setup.startswith("import numpy")
    assert solution == solution_source(small.questions[0])
    assert after == "four = double(2)"


def test_a_question_is_judged_before_the_cells_that_follow_it(
    small: Assignment,
) -> None:
    question = small.questions[0]
    cells = code_cells(small, {question.name: "double = None"}, upto=question)
    assert cells[1:] == ["double = None"]


def test_an_error_ends_its_cell_only() -> None:
    names = run_cells(
        ["x = 1\nraise SystemExit", "y = 2\n1 / 0", "nonsense :", "z = 3"]
    )
    assert (names["x"], names["y"], names["z"]) == (1, 2, 3)
    kinds = [type(error) for _, error in names[FAILED]]
    assert kinds == [SystemExit, ZeroDivisionError, SyntaxError]


def test_what_answers_print_and_warn_stays_inside(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        names = run_cells(
            [
                "import sys, warnings",
                "print('out'); print('err', file=sys.stderr)",
                "warnings.warn('careful'); done = True",
            ]
        )
    assert names["done"]
    assert capfd.readouterr() == ("", "")


def test_cells_read_what_ships_and_leave_nothing_behind(small: Assignment) -> None:
    (small.folder / "data").mkdir()
    (small.folder / "data" / "two.txt").write_text("2", encoding="utf-8")
    before, here = contents(small.folder), Path.cwd()
    source = (
        "open('own.txt', 'w').write(open('data/two.txt').read())\n"
        "def double(x):\n    return x * int(open('own.txt').read())\n"
    )
    assert set(verdicts(small, small.questions[0], source).values()) == {None}
    assert contents(small.folder) == before
    assert Path.cwd() == here


def test_an_answer_may_stand_on_the_solution(small: Assignment) -> None:
    path = small.questions[0].folder / "accepted" / "wraps.py"
    path.write_text(
        '"""Wraps the solution."""\n\nfrom solution import (\n    double,\n)\n\n'
        "once = double\n\n\ndef double(x):\n    return once(x)\n",
        encoding="utf-8",
    )
    (answer,) = (a for a in answers(small.questions[0], "accepted") if a.path == path)
    assert answer.name == "accepted/wraps"
    lines = answer.source.splitlines()
    assert "from solution" not in answer.source
    assert lines[-2:] == ["def double(x):", "    return once(x)"]
    assert set(verdicts(small, small.questions[0], answer.source).values()) == {None}


def test_an_answer_says_what_catches_it(small: Assignment) -> None:
    (answer,) = answers(small.questions[0], "rejected")
    assert answer.caught_by == "test_doubles_whatever_comes"
    assert answer.hint == "both signs"
    (right,) = answers(small.questions[0], "accepted")
    assert (right.caught_by, right.hint) == (None, None)


def test_the_stub_is_what_otter_leaves(small: Assignment) -> None:
    assert stub_source(small.questions[0]).splitlines()[-2:] == [
        "    # One line.",
        "    ...",
    ]


def test_verdicts_are_what_a_student_would_read(small: Assignment) -> None:
    found = verdicts(small, small.questions[0], "def double(x):\n    return x")
    message = found["test_doubles_three"]
    assert message == (
        "AssertionError: double([3]) is off by 3 at index (0,) (allowed 6e-07)."
    )


def test_tests_that_cannot_be_imported_are_named(small: Assignment) -> None:
    replace(small.questions[0].tests, "import numpy", "import no_such_module")
    with pytest.raises(HomeworkError, match=r"tests\.py: cannot be imported: Module"):
        load_tests(small.questions[0])


@pytest.mark.parametrize(
    "tag", ['tags=["solution"]\nx = 1\n\n# %% tags=["solution"]', ""]
)
def test_a_question_has_one_solution(small: Assignment, tag: str) -> None:
    replace(small.questions[0].source, 'tags=["solution"]', tag)
    with pytest.raises(HomeworkError, match="exactly one cell"):
        solution_source(small.questions[0])


# --- weighing -----------------------------------------------------------------


def _break_the_solution(small: Assignment) -> None:
    replace(small.questions[0].source, "return 2 * x", "return 3 * x")


def _ask_for_nothing(small: Assignment) -> None:
    replace(
        small.questions[0].tests,
        "assert_close(double(np.array([3.0])), [6.0]",
        "assert_close(np.array([6.0]), [6.0]",
    )


def _reject_a_right_answer(small: Assignment) -> None:
    replace(small.questions[0].folder / "accepted/adds.py", "x + x", "x + x + 1")


def _accept_a_wrong_answer(small: Assignment) -> None:
    replace(
        small.questions[0].folder / "rejected/takes_absolute_values.py", "abs(x)", "x"
    )


def _give_no_hint(small: Assignment) -> None:
    replace(small.questions[0].tests, "both signs count.", "think again.")


def _catch_it_twice(small: Assignment) -> None:
    replace(
        small.questions[0].folder / "rejected/takes_absolute_values.py",
        "2 * abs(x)",
        "0 * x",
    )


@pytest.mark.parametrize(
    ("fault", "where", "problem"),
    [
        (_break_the_solution, "question.py", "the solution fails test_doubles_three"),
        (_ask_for_nothing, "tests.py", "untouched notebook passes test_doubles_three"),
        (
            _reject_a_right_answer,
            "adds.py",
            "is a right answer, but test_doubles_three",
        ),
        (_accept_a_wrong_answer, "values.py", "passes test_doubles_whatever_comes"),
        (
            _give_no_hint,
            "values.py",
            "should bring the hint 'both signs', but the stud",
        ),
        (_catch_it_twice, "tests.py:14", "no rejected answer needs the hidden test"),
    ],
)
def test_thin_evidence_is_named(
    small: Assignment, fault: Callable[[Assignment], None], where: str, problem: str
) -> None:
    assert list(weigh(small, small.questions[0])) == []
    small = small_assignment(small.folder.parent.parent / "again")
    fault(small)
    found = list(weigh(small, small.questions[0]))
    assert any(
        complaint.where.endswith(where) and problem in complaint.problem
        for complaint in found
    ), found


def test_a_question_that_a_person_grades_needs_no_evidence(small: Assignment) -> None:
    assert list(weigh(small, small.questions[1])) == []
