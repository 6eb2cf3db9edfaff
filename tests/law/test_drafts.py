"""A draft is named and its evidence may wait; what makes it run is asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.cli import main
from homework.law.check import Report, prove
from homework.questions.layout import Assignment
from homework.questions.masters import assemble
from tests.samples import replace, small_assignment

QUESTION = "assignments/small/q01_double/question.py"
NOTE = ":1: is a draft: its proof is asked for at release."


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assignment:
    """Return an assignment without a fault, and stand in its repository."""
    assignment = small_assignment(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "assignments"))
    return assignment


def _make_draft(assignment: Assignment) -> None:
    replace(assignment.questions[0].source, "# rows:", "# draft: true\n# rows:")


def _report(assignment: Assignment) -> Report:
    (report,) = prove([Assignment(assignment.folder)])
    return report


def test_the_evidence_of_a_draft_may_wait_and_returns_with_its_line(
    small: Assignment,
) -> None:
    question = small.questions[0]
    for verdict in ("accepted", "rejected"):
        shutil.rmtree(question.folder / verdict)
    replace(question.tests, "points=2.5", "points=4")
    replace(question.source, "# Write", "# WRITE: why; write")
    missing = _report(small).complaints
    assert len(missing) == 5
    _make_draft(small)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[0] == QUESTION + NOTE
    replace(question.source, "# draft: true\n", "")
    assert _report(small).complaints == missing


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("question.py", "return 2 * x", "return 3 * x", "the solution fails"),
        ("tests.py", "double: Function", "dubble: Function", "Did you mean `double`?"),
        ("question.py", "# END SOLUTION", "# END SOLTION", "does not end"),
    ],
)
def test_a_draft_has_to_run(
    small: Assignment, name: str, old: str, new: str, said: str
) -> None:
    _make_draft(small)
    path = small.questions[0].folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new))
    assert any(said in str(each) for each in _report(small).complaints)


def test_a_written_draft_needs_no_rubric(small: Assignment) -> None:
    question = small.questions[1]
    replace(question.source, "4.5 points: says", "it says")
    shutil.rmtree(question.folder / "rejected")
    assert len(_report(small).complaints) == 2
    replace(question.source, "# collects:", "# draft: true\n# collects:")
    assert _report(small).complaints == ()


def test_a_draft_is_said_by_true_only(small: Assignment) -> None:
    replace(small.questions[0].source, "# rows:", "# draft: yes, please\n# rows:")
    assert "says `draft`, but not `true`." in str(_report(small).complaints)
    assert not small.drafts


def test_a_new_draft_is_green_at_once(small: Assignment) -> None:
    made = CliRunner().invoke(main, ["new", "small", "halve", "--draft"])
    assert made.exit_code == 0, made.output
    assignment = Assignment(small.folder)
    assemble(assignment)
    assert [each.name for each in assignment.drafts] == ["q03_halve"]
    assert [each.name for each in assignment.finished.questions] == [
        "q01_double",
        "q02_opinion",
    ]
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 0, result.output
    assert "q03_halve/question.py" + NOTE in result.output
