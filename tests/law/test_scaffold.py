"""A new question works at once, and `check` says what is left to write."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.cli import main
from homework.law.evidence import weigh
from homework.law.repository import UNFINISHED, complaints
from homework.law.scaffold import new_assignment, new_question
from homework.law.style import style_complaints
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import assemble
from tests.samples import ROOT, small_repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with one assignment and a shared question."""
    made = small_repository(tmp_path)
    process = made.assignments_folder / "process"
    process.mkdir()
    text = (ROOT / "assignments/process/question.py").read_text(encoding="utf-8")
    (process / "question.py").write_text(text, encoding="utf-8")
    return made


def _assignment(repository: Repository, name: str) -> Assignment:
    (found,) = repository.assignments((name,))
    return found


def test_a_new_question_has_the_next_number_and_all_files(
    repository: Repository,
) -> None:
    question = new_question(_assignment(repository, "small"), "layer_norm").question
    assert question.name == "q03_layer_norm"
    found = sorted(path.name for path in question.folder.rglob("*.py"))
    assert found == ["multiplies.py", "question.py", "tests.py", "triples.py"]
    text = question.source.read_text(encoding="utf-8")
    assert "## Question 3 · Layer norm" in text
    assert "def layer_norm(x):" in text


def test_the_evidence_of_a_new_question_is_complete(repository: Repository) -> None:
    new_question(_assignment(repository, "small"), "layer_norm")
    assignment = _assignment(repository, "small")
    assert list(weigh(assignment, assignment.questions[-1])) == []
    assemble(assignment)


def test_check_lists_every_line_to_write_and_nothing_else(
    repository: Repository,
) -> None:
    question = new_question(_assignment(repository, "small"), "layer_norm").question
    assignment = _assignment(repository, "small")
    marked = {
        f"{path}:{number}"
        for path in question.folder.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED in line
    }
    assert len(marked) > 5
    found = {each.where: each for each in complaints(assignment)}
    points = found.pop(f"{assignment.intro}:1")
    assert "give 11 points, but the assignment has 8" in points.problem
    assert set(found) == marked
    assert all("still asks you to write" in each.problem for each in found.values())
    assert style_complaints(assignment) == []


def test_a_question_is_finished_by_writing(repository: Repository) -> None:
    question = new_question(_assignment(repository, "small"), "layer_norm").question
    for path in question.folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8").replace(f"{UNFINISHED} ", "")
        path.write_text(text, encoding="utf-8")
    intro = _assignment(repository, "small").intro
    text = intro.read_text(encoding="utf-8")
    text = text.replace("# points: 8", "# points: 11").replace("worth 8", "worth 11")
    intro.write_text(text, encoding="utf-8")
    assignment = _assignment(repository, "small")
    assert complaints(assignment) == []
    assert style_complaints(assignment) == []


def test_a_new_assignment_is_whole_but_for_its_questions(
    repository: Repository,
) -> None:
    assignment = new_assignment(repository, "deep_sets")
    assert (assignment.folder / "checks").resolve().is_dir()
    assert "# # Deep sets" in assignment.intro.read_text(encoding="utf-8")
    assert [question.name for question in assignment.questions] == ["q01_process"]
    problems = [each.problem for each in complaints(assignment)]
    assert any("the questions give 0 points" in problem for problem in problems)
    assert all(
        "questions give" in problem or "asks you to write" in problem
        for problem in problems
    )
    assert style_complaints(assignment) == []
    assemble(assignment)


def test_the_shared_question_stays_the_last(repository: Repository) -> None:
    new_assignment(repository, "deep_sets")
    for noun in ("sums", "means"):
        new_question(_assignment(repository, "deep_sets"), noun)
    names = [
        question.name for question in _assignment(repository, "deep_sets").questions
    ]
    assert names == ["q01_sums", "q02_means", "q03_process"]


def test_a_question_in_the_middle_moves_the_others_up(repository: Repository) -> None:
    made = new_question(_assignment(repository, "small"), "halve", after="q01")
    assert made.question.name == "q02_halve"
    assert made.renamed == (("q02_opinion", "q03_opinion"),)
    opinion = _assignment(repository, "small").question("q03_opinion")
    assert "## Question 3 · Opinion" in opinion.source.read_text(encoding="utf-8")
    with pytest.raises(HomeworkError, match="has no question 'q07'"):
        new_question(_assignment(repository, "small"), "treble", after="q07")


def test_a_written_question_has_a_model_answer_and_no_tests(
    repository: Repository,
) -> None:
    question = new_question(
        _assignment(repository, "small"), "explain", manual=True
    ).question
    files = sorted(path.name for path in question.folder.rglob("*.*"))
    assert files == ["misses_both_ideas.md", "names_no_reason.md", "question.py"]
    problems = {each.problem for each in complaints(_assignment(repository, "small"))}
    assert all("write" in each or "points" in each for each in problems), problems


def test_what_is_made_passes_the_linter(repository: Repository) -> None:
    question = new_question(_assignment(repository, "small"), "layer_norm").question
    shutil.copy(ROOT / "pyproject.toml", repository.root)
    ruff = Path(sys.executable).with_name("ruff")
    for words in (("check",), ("format", "--check")):
        done = subprocess.run(
            [ruff, *words, "--no-cache", question.folder],
            cwd=repository.root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "name", ["Layer", "layer-norm", "2d", "", "a b", "q04_norm", "é"]
)
def test_a_bad_name_makes_nothing(repository: Repository, name: str) -> None:
    before = sorted(repository.root.rglob("*"))
    with pytest.raises(HomeworkError, match="lower_case_with_underscores"):
        new_question(_assignment(repository, "small"), name)
    with pytest.raises(HomeworkError, match="lower_case_with_underscores"):
        new_assignment(repository, name)
    assert sorted(repository.root.rglob("*")) == before


def test_a_taken_name_is_refused(repository: Repository) -> None:
    with pytest.raises(HomeworkError, match="has a question 'double' already"):
        new_question(_assignment(repository, "small"), "double")
    with pytest.raises(HomeworkError, match="homework new small QUESTION"):
        new_assignment(repository, "small")


def test_the_command_says_what_comes_next(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.root)
    monkeypatch.syspath_prepend(str(repository.assignments_folder))
    made = CliRunner().invoke(main, ["new", "deep_sets"])
    assert made.output.splitlines() == [
        "Made assignments/deep_sets",
        "Next: homework new deep_sets QUESTION",
    ]
    made = CliRunner().invoke(main, ["new", "deep_sets", "sums"])
    assert made.output.splitlines() == [
        "Renamed q01_process to q02_process",
        "Made assignments/deep_sets/q01_sums",
        "Next: homework check deep_sets lists what to write.",
    ]
    assert CliRunner().invoke(main, ["new", "no_such", "sums"]).exit_code == 2
