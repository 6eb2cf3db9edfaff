"""What is imported is accepted by stock Otter, and graded as its author meant it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.cli import main
from homework.masters.command import bring_in
from homework.questions.layout import Repository
from homework.release import stock
from homework.release.build import build, stage
from homework.release.places import Places
from tests.masters.written import MASTERS, Master, checked_by, code, question, solution
from tests.samples import small_repository

pytestmark = pytest.mark.slow


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with the shared folders."""
    return small_repository(tmp_path / "repository")


@pytest.mark.parametrize("name", MASTERS)
def test_its_solution_has_all_points_and_its_blank_none(
    name: str, repository: Repository, tmp_path: Path
) -> None:
    master = MASTERS[name]()
    made = bring_in(repository, master.save(tmp_path / "hw.ipynb"))
    verdict = made.verdict
    assert verdict is not None
    assert verdict.problems == []
    assert verdict.possible == pytest.approx(master.points)
    assert verdict.solution == verdict.possible
    assert verdict.blank == 0
    for said in master.says:
        assert any(said in note for note in made.draft.notes), said


@pytest.mark.parametrize("name", ["tables", "jassign"])
def test_stock_otter_grades_it_alike_and_gives_nothing_away(
    name: str, repository: Repository, tmp_path: Path
) -> None:
    master = MASTERS[name]()
    made = bring_in(repository, master.save(tmp_path / "hw.ipynb"))
    staged = Places(tmp_path / "staged", "hw")
    stage(build(made.assignment, tmp_path / "tree"), staged)
    for path in (staged.notebook, *(staged.student / "tests").iterdir()):
        assert b"secret" not in path.read_bytes(), path
    for notebook, wanted in ((staged.solution, master.points), (staged.notebook, 0.0)):
        graded = stock.run(staged.autograder, notebook, tmp_path / f"of {wanted}")
        assert graded.earned == pytest.approx(wanted)


def test_the_command_says_what_came_of_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = question(
        "name: q1\npoints: 2",
        *solution(code("x = 3 # SOLUTION")),
        *checked_by(code("x == 3", "True"), code("x == 4", "True")),
    )
    path = Master(cells, 1, 2).save(tmp_path / "hw.ipynb")
    monkeypatch.chdir(repository.root)
    result = CliRunner().invoke(main, ["import", str(path)])
    assert result.exit_code == 1, result.output
    assert "hw: 1 questions, 2 tests, from a master of Otter 1 to 7" in result.output
    assert "The solution gets 1 of 2 points, the blank 0." in result.output
    assert "q1: the solution fails the test of cell 7" in result.output
    assert (repository.assignments_folder / "hw" / "hw.ipynb").exists()
