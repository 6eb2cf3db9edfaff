"""An assignment with a draft is built for its author, and published for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from homework.cli import main
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import assemble
from tests.samples import contents, replace
from tests.toys import NAME, toy


@pytest.fixture
def repo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Repository, Assignment]:
    repository, assignment = toy(tmp_path)
    draft = assignment.question("q02_spread")
    replace(draft.source, "# %% [markdown]", "# draft: true\n# %% [markdown]")
    for path in (*draft.answers("rejected"), repository.root / "docs"):
        path.unlink(missing_ok=True)
    assemble(assignment)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(repository.assignments_folder))
    return repository, Assignment(assignment.folder)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_draft_is_not_published(repo: tuple[Repository, Assignment]) -> None:
    before = contents(repo[0].root)
    result = run("release", NAME)
    assert result.exit_code == 2
    said = "q02_spread/question.py:1: q02_spread is a draft, so small is not released."
    assert said in result.output
    assert "homework release --drafts small" in result.output
    assert contents(repo[0].root) == before


def test_samples_wait_for_the_release(repo: tuple[Repository, Assignment]) -> None:
    described = repo[0].root / "tests" / "submissions" / f"{NAME}.toml"
    described.parent.mkdir(parents=True)
    described.write_text("[all]\nabout = ''\nscore = 'all'\nanswers = 'solution'\n")
    result = run("samples")
    assert result.exit_code == 0, result.output
    assert "small: q02_spread is a draft; no sample is graded" in result.output
    replace(repo[1].question("q02_spread").source, "# draft: true\n", "")
    result = run("samples")
    assert result.exit_code == 2
    assert "is not built yet" in result.output


@pytest.mark.slow
def test_a_draft_is_built_where_only_its_author_sees_it(
    repo: tuple[Repository, Assignment],
) -> None:
    repository, assignment = repo
    before = contents(repository.root)
    result = run("release", "--drafts")
    assert result.exit_code == 0, result.output
    assert "built in build/drafts, NOT released: it has a draft" in result.output
    changed = contents(repository.root).items() - before.items()
    assert changed
    assert all(name.startswith("build/drafts/") for name, _ in changed)
    built = repository.build / "drafts"
    notebook = built / "student" / NAME / f"{NAME}.ipynb"
    assert 'grader.check(\\"q01_center\\")' in notebook.read_text(encoding="utf-8")
    assert (built / "autograder" / f"{NAME}.zip").is_file()
    # A solution that is wrong is found in a draft as well.
    source = assignment.question("q02_spread").source
    replace(source, "x.max(axis=0) - x", "x.max(axis=1) - x")
    assemble(assignment)
    result = run("release", "--drafts")
    assert result.exit_code == 1
    assert "q02_spread" in result.output
