"""Nothing is built or graded twice, and whatever changed is done anew."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from homework.gradescope import bundle
from homework.questions.layout import Assignment, Repository
from homework.questions.student_files import pack
from homework.release import kept, release, stock
from homework.release.kept import Ledger
from homework.release.samples import Graded, grade_samples, samples_of
from homework.release.stock import QuestionScore, Scores
from tests.toys import NAME, toy, write_notebook

Repo = tuple[Repository, Assignment]
GIVEN = Scores(
    {"q02": QuestionScore(0.1 + 0.2, 5, "said"), "q01": QuestionScore(1, 2, "")}
)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return toy(tmp_path / "clone")


# --- where records lie --------------------------------------------------------


def test_a_record_of_another_python_is_left_alone(repo: Repo) -> None:
    repository = repo[0]
    committed = repository.root / "docs" / "quality" / "stock" / "small.json"
    assert kept.home(repository, "stock", NAME) == committed
    kept.write(committed, {"python": kept.PYTHON})
    assert kept.home(repository, "stock", NAME) == committed
    kept.write(committed, {"python": "2.7"})
    assert kept.home(repository, "stock", NAME).is_relative_to(repository.build)


@pytest.mark.parametrize("text", ["", "[]", "no JSON", '{"earned": {}}'])
def test_a_spoilt_record_keeps_nothing(repo: Repo, tmp_path: Path, text: str) -> None:
    archive, notebook = autograder(tmp_path / "a.zip"), handed_in(tmp_path, "x = 1")
    path = kept.home(repo[0], "stock", NAME)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert Ledger(repo[0], NAME, archive).find(notebook) is None


# --- releases -----------------------------------------------------------------


def test_a_release_rests_on_what_makes_it(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tools = tmp_path / "homework"
    shutil.copytree(kept.TOOLS, tools)
    monkeypatch.setattr(kept, "TOOLS", tools)
    seen = [kept.inputs(*repo)]

    def is_another() -> bool:
        seen.append(kept.inputs(*repo))
        return seen[-1] != seen[-2]

    assert not is_another()
    for name in ("release/leaks.py", "questions/masters.py", "law/complaints.py"):
        (tools / name).write_text("# another\n", encoding="utf-8")
        assert is_another(), name
    for name in ("cli.py", "law/style.py", "proof/mutants.py"):
        (tools / name).write_text("# another\n", encoding="utf-8")
        assert not is_another(), name
    (repo[1].folder / "intro.py").write_bytes(b"# another\n")
    assert is_another()
    (repo[0].root / "homework.toml").write_text('[student]\naddress = "https://a.b"\n')
    assert is_another()
    monkeypatch.setattr(bundle, "entries", lambda: {"engine/x.py": b"another"})
    assert is_another()
    monkeypatch.setattr(kept, "MADE_WITH", ("numpy",))
    assert is_another()


# --- scores -------------------------------------------------------------------


def autograder(path: Path, **changed: str) -> Path:
    """Write a zip as a release does: entries of Otter's, and entries of ours."""
    entries = {"otter_config.json": "{}", "tests/q.py": "OK = 1", "files/a.py": ""}
    entries |= {"engine/homework/x.py": "1", "trial/small/right/a": "", "setup.sh": "2"}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**entries, **changed}.items():
            archive.writestr(name, text)
    return path


def handed_in(folder: Path, source: str) -> Path:
    """Write a notebook of one cell."""
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
    path = folder / "small.ipynb"
    write_notebook(path, {"cells": [cell], "metadata": {}})
    return path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let stock Otter give the same to everybody; return whom it was asked for."""
    found: list[Path] = []

    def run(_archive: Path, submission: Path, _scratch: Path) -> Scores:
        found.append(submission)
        return GIVEN

    monkeypatch.setattr(stock, "run", run)
    return found


def test_a_score_is_kept_as_it_was_given(
    repo: Repo, tmp_path: Path, asked: list[Path]
) -> None:
    archive, path = autograder(tmp_path / "a.zip"), handed_in(tmp_path, "x = 1")
    ledger = Ledger(repo[0], NAME, archive)
    assert ledger.find(path) is None
    assert ledger.grade(path, tmp_path) == GIVEN
    assert asked == [path]
    known = Ledger(repo[0], NAME, archive).find(path)
    assert known is not None
    assert known.questions["q01"] == QuestionScore(1, 2, "")
    assert known.questions["q02"].earned == pytest.approx(0.3, abs=1e-11)
    again = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(again, indent=4), encoding="utf-8")
    assert ledger.find(path) == known  # the same notebook in another form


def test_another_submission_or_another_zip_has_no_score_yet(
    repo: Repo, tmp_path: Path, asked: list[Path]
) -> None:
    archive, path = autograder(tmp_path / "a.zip"), handed_in(tmp_path, "x = 1")
    with_files = pack(path, {"w.bin": b"1"}, tmp_path / "it.zip")
    ledger = Ledger(repo[0], NAME, archive)
    for each in (path, with_files):
        ledger.grade(each, tmp_path)
    assert ledger.find(pack(path, {"w.bin": b"1"}, tmp_path / "other.zip"))
    assert ledger.find(pack(path, {"w.bin": b"2"}, tmp_path / "other.zip")) is None
    for name in ("tests/q.py", "files/a.py", "otter_config.json", "files/new.py"):
        changed = autograder(tmp_path / "b.zip", **{name: "another"})
        assert Ledger(repo[0], NAME, changed).find(path) is None, name
    for name in ("engine/homework/x.py", "trial/small/right/a", "setup.sh"):
        changed = autograder(tmp_path / "b.zip", **{name: "another"})
        assert Ledger(repo[0], NAME, changed).find(path), name
    ledger.keep_only([with_files])
    assert ledger.find(path) is None
    assert ledger.find(with_files)
    handed_in(tmp_path, "x = 2")
    assert ledger.find(path) is None


# --- real Otter ---------------------------------------------------------------

SAMPLES = """
[perfect]
about = ""
score = "all"
answers = "solution"

[untouched]
about = ""
score = 0
answers = {}

[half]
about = ""
score = 5
answers = {q02_spread = "solution"}
"""


@pytest.mark.slow
def test_the_solution_is_graded_once_and_a_clone_grades_nothing(
    repo: Repo, tmp_path: Path
) -> None:
    repository, assignment = repo
    path = repository.root / "tests" / "submissions" / f"{NAME}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(SAMPLES, encoding="utf-8")

    def graded(place: Repository, *, again: bool = False) -> dict[str, Graded]:
        (small,) = place.assignments()
        found = grade_samples(place, samples_of(place, small), again=again)
        assert all(each.is_as_expected for each in found), found
        return {each.sample.name: each for each in found}

    def new(found: dict[str, Graded]) -> list[str]:
        return [name for name, each in found.items() if each.seconds is not None]

    outcome = release.release(repository, assignment)
    assert outcome.findings == []
    assert new(graded(repository)) == ["half"]  # the release graded the others
    assert new(graded(repository)) == []

    shutil.rmtree(repository.build)
    shutil.copytree(repository.root, tmp_path / "fresh", symlinks=True)
    clone = Repository(tmp_path / "fresh")
    assert release.release(clone, clone.assignments()[0]).unchanged
    assert new(graded(clone)) == []
    assert new(graded(clone, again=True)) == ["perfect", "untouched", "half"]

    edit(clone.root / "tests" / "submissions" / f"{NAME}.toml")
    assert new(graded(clone)) == ["half"]


def edit(path: Path) -> None:
    """Let a sample hand in another right answer."""
    text = path.read_text(encoding="utf-8")
    other = "spread = lambda x: x.max(axis=0) - x.min(axis=0)"
    path.write_text(text.replace('"solution"}', f'"{other}"}}'), encoding="utf-8")
