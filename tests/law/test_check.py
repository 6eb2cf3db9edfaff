"""`homework check` finds everything, in order, and nothing can hang or litter it."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from homework.base.errors import HomeworkError
from homework.base.jobs import Stopped, Tell, run_jobs
from homework.cli import main
from homework.law.check import prove
from homework.questions.answers import stub_source
from homework.questions.layout import Assignment
from tests.samples import ROOT, replace, small_assignment

WRONG = "rejected/takes_absolute_values.py"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assignment:
    """Return a clean assignment, and stand in its repository."""
    assignment = small_assignment(tmp_path)
    monkeypatch.chdir(tmp_path)
    for variable in ("OMP_NUM_THREADS", "MPLBACKEND", "HOMEWORK_SEED"):
        monkeypatch.setenv(variable, {"MPLBACKEND": "agg"}.get(variable, "1"))
    monkeypatch.syspath_prepend(str(tmp_path / "assignments"))
    return assignment


def _check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_clean_assignment_is_told_in_one_line(small: Assignment) -> None:
    result = _check("small")
    said = "small: 2 questions, 2 tests, 2 answers: all laws hold"
    assert result.output == f"{said} (1 questions run, 0 kept)\n"
    assert result.exit_code == 0


def test_all_kinds_of_complaints_come_in_order(small: Assignment) -> None:
    question = small.questions[0]
    replace(question.source, "# rows:", "# row:")
    replace(question.source, "# Write", "# Simply write")
    replace(question.folder / WRONG, "abs(x)", "x")
    result = _check()
    assert result.exit_code == 1
    *complaints, summary = result.output.splitlines()
    assert summary == "small: 4 complaints"
    folder = "assignments/small/q01_double"
    assert [line.split(" ", 3)[:3] for line in complaints] == [
        [f"{folder}/question.py:1:", "has", "an"],
        [f"{folder}/question.py:5:", "says", "'Simply'."],
        [f"{folder}/{WRONG}:", "passes", "test_doubles_whatever_comes,"],
        [f"{folder}/tests.py:14:", "no", "rejected"],
    ]


@pytest.mark.parametrize(
    ("misspelt", "near"), [("dubble", "double"), ("duoble", "double"), ("rgn", "rng")]
)
def test_a_misspelt_parameter_is_named_with_what_was_meant(
    small: Assignment, misspelt: str, near: str
) -> None:
    question = small.questions[0]
    head = "def test_doubles_three(double: Function)"
    line = replace(question.tests, head, f"def test_doubles_three({misspelt}: object)")
    result = _check()
    said = (
        f"assignments/small/q01_double/tests.py:{line}: test_doubles_three asks for "
        f"`{misspelt}`, which no cell up to the check sets. Did you mean `{near}`?"
    )
    assert said in result.output
    assert result.exit_code == 1


def test_check_says_what_the_linter_would_say(small: Assignment) -> None:
    shutil.copy(ROOT / "pyproject.toml", small.folder.parents[1])
    tests = small.questions[0].tests
    replace(tests, "import numpy as np\nfrom", "import numpy as np\n\nfrom")
    natural = "    out = 2 * x\n    # END SOLUTION\n    return out\n"
    source = small.questions[0].source
    replace(source, "    return 2 * x\n    # END SOLUTION\n", natural)
    assert _check().exit_code == 0  # a hole that ends before `return` is natural
    replace(tests, "import numpy", "import math\nimport numpy")
    result = _check()
    assert result.exit_code == 1
    said = "assignments/small/q01_double/tests.py:3: `math` imported but unused (F401)."
    assert f"{said} Correct it, or run `ruff check --fix` on the file." in result.output


def test_check_can_mend_the_form(small: Assignment) -> None:
    replace(small.closing, "\n#\n# A", "\n#\n#   \n# A")
    replace(small.closing, "# %% [markdown]\n", "# %% [markdown]\n\n")
    assert _check().exit_code == 1
    result = _check("--fix")
    assert "small: wrote assignments/small/closing.py\n" in result.output
    assert result.exit_code == 0


def test_an_unknown_assignment_cannot_be_checked(small: Assignment) -> None:
    result = _check("large")
    assert result.exit_code == 2
    assert "has no assignment 'large'. It has: small." in result.output


# --- what did not change --------------------------------------------------------


@pytest.fixture
def twins(small: Assignment) -> Assignment:
    """Return an assignment with two questions that do not stand on each other."""
    first = small.questions[0].folder
    second = first.with_name("q03_twice")
    shutil.copytree(first, second)
    (first / "after.py").unlink()
    return Assignment(small.folder)


def _run(assignment: Assignment, **options: Any) -> int:
    """Check an assignment; return how many questions' answers ran."""
    (report,) = prove([assignment], **options)
    assert report.run + report.kept == 2
    return report.run


@pytest.mark.slow
def test_only_answers_that_changed_run_again(twins: Assignment) -> None:
    assert [_run(twins), _run(twins), _run(twins, again=True)] == [2, 0, 2]
    folder = twins.questions[2].folder
    for name, old, new in (
        (WRONG, "2 * abs", "2.0 * abs"),
        ("accepted/adds.py", "x + x", "x + 1 * x"),
        ("tests.py", "- 1", "- 1.0"),
        ("question.py", "return 2 * x", "return 2.0 * x"),
    ):
        replace(folder / name, old, new)
        assert [_run(twins), _run(twins)] == [1, 0], name
    replace(folder / "question.py", "# Write", "# Do write")  # a statement runs nothing
    assert _run(twins) == 0
    replace(twins.questions[0].folder / "question.py", "2 * x", "2.0 * x")
    assert _run(twins) == 2  # the second question's cells come after the first's


def test_an_answer_with_a_complaint_runs_until_it_is_mended(twins: Assignment) -> None:
    path = twins.questions[2].folder / WRONG
    _run(twins)
    replace(path, "abs(x)", "x")
    assert [_run(twins), _run(twins)] == [1, 1]
    replace(path, "2 * x", "2 * abs(x)")
    assert [_run(twins), _run(twins)] == [0, 0]


def test_answers_that_are_proven_need_not_run(twins: Assignment) -> None:
    assert _run(twins, proven={twins.questions[0]}) == 1
    assert _run(twins) == 1  # what was proven was not run, and is not kept here
    record = twins.folder.parents[1] / "build" / "check" / "small.json"
    record.write_text("[]", encoding="utf-8")
    assert _run(twins) == 2


# --- answers that misbehave ---------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("while True: pass", "took longer than 8 s"),
        ("import os; os._exit(3)", "ended its process (3)"),
    ],
)
def test_an_answer_that_hangs_or_dies_is_named(
    small: Assignment, body: str, why: str
) -> None:
    path = small.questions[0].folder / WRONG
    replace(path, "return 2 * abs(x)", body)
    (report,) = prove([small], limit=8.0)
    (complaint,) = report.complaints
    assert complaint.where == str(path)
    assert complaint.problem.startswith(why)


def test_what_answers_write_does_not_litter_the_terminal(
    small: Assignment, capfd: pytest.CaptureFixture[str]
) -> None:
    path = small.questions[0].folder / "accepted" / "adds.py"
    noise = 'import os; os.write(1, b"out"); os.write(2, b"err"); print(np.sqrt(-x))'
    replace(path, "    return", f"    {noise}\n    return")
    (report,) = prove([small])
    assert report.complaints == ()
    assert capfd.readouterr() == ("", "")


def test_a_given_cell_that_fails_is_named(small: Assignment) -> None:
    replace(small.intro, "rng =", "import no_such_module\n\nrng =")
    (report,) = prove([small])
    (complaint,) = report.complaints
    assert complaint.where == f"{small.intro}:7"
    assert "ModuleNotFoundError: No module named 'no_such_module'" in complaint.problem


def test_tests_that_cannot_be_imported_are_a_complaint(small: Assignment) -> None:
    replace(small.questions[0].tests, "import numpy", "import no_such_module")
    (report,) = prove([small])
    assert any("cannot be imported" in each.problem for each in report.complaints)


# --- jobs ---------------------------------------------------------------------


def _double_slowly(number: int, tell: Tell) -> int:
    tell(f"number {number}")
    time.sleep(0.05 * (3 - number))
    if number == 2:
        time.sleep(60)
    return 2 * number


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("    # END SOLUTION\n", ":15: begins a solution that does not end."),
        ("    # BEGIN SOLUTION\n", ":16: ends a solution that does not begin."),
    ],
)
def test_markers_that_do_not_close_are_named_by_their_line_only(
    small: Assignment, old: str, said: str
) -> None:
    replace(small.questions[0].source, old, "")
    result = _check()
    assert f"assignments/small/q01_double/question.py{said}" in result.output
    assert "AssertionError" not in result.output
    assert "has a solution with" not in result.output
    with pytest.raises(HomeworkError, match=r"has a solution with .* SOLUTION\."):
        stub_source(small.questions[0])


@pytest.mark.slow
def test_jobs_end_in_any_order_and_are_listed_in_theirs() -> None:
    ended: list[int] = []
    results = run_jobs(
        _double_slowly, [0, 1, 2, 3], limit=5.0, done=lambda job, _: ended.append(job)
    )
    assert results == [0, 2, Stopped("took longer than 5 s", "number 2"), 6]
    assert sorted(ended) == [0, 1, 2, 3]


def test_no_job_is_no_result() -> None:
    assert run_jobs(_double_slowly, [], limit=1.0) == []


def test_the_command_names_a_broken_master(small: Assignment) -> None:
    small.master.write_text(json.dumps([]), encoding="utf-8")
    result = CliRunner().invoke(main, ["absorb", "small"])
    assert result.exit_code == 2
    assert "homework assemble --force small" in result.output


@pytest.mark.slow
def test_jobs_need_no_fork(small: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a fork is not safe, each question is judged in a process started anew."""
    monkeypatch.setattr("homework.base.jobs.START", "spawn")
    (report,) = prove([small])
    assert report.complaints == ()
