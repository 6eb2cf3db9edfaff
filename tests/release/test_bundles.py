"""A homework of several notebooks: one bundle, one zip, every notebook graded."""

import json
import shutil
import zipfile
from itertools import permutations
from pathlib import Path

import pytest

from homework.base.errors import HomeworkError
from homework.gradescope.stand_in import run
from homework.questions.layout import Repository
from homework.release.bundles import Homework, _student_entries, bundle, homeworks
from homework.release.leaks import scan, secrets_of
from homework.release.needed import for_students
from homework.release.samples import solutions, submission, write_submission
from tests.samples import ROOT


@pytest.mark.parametrize(
    ("name", "notebook", "problem"),
    [
        ("pair", "nowhere", "names no assignment 'nowhere'"),
        ("plain", "plain", "has the name of an assignment"),
        ("pair", "trained", "hand in files beside it"),
    ],
)
def test_a_homework_that_cannot_be_built_is_refused(
    tmp_path: Path, name: str, notebook: str, problem: str
) -> None:
    for assignment, settings in (
        ("plain", ""),
        ("trained", "# student_files: [base.safetensors]\n"),
    ):
        (tmp_path / "assignments" / assignment).mkdir(parents=True)
        intro = tmp_path / "assignments" / assignment / "intro.py"
        intro.write_text(f"{settings}# %% [markdown]\n# # A title\n")
    (tmp_path / "homework.toml").write_text(
        f'[homeworks.{name}]\ntitle = "Pair"\nnotebooks = ["{notebook}"]\n'
    )
    with pytest.raises(HomeworkError, match=problem):
        homeworks(Repository(tmp_path))


def test_bundles_are_current_and_the_same_every_time(tmp_path: Path) -> None:
    repository = Repository.find(ROOT)
    for homework in homeworks(repository):
        copy = Repository(tmp_path)
        for folder in ("student", "autograder"):
            shutil.copytree(ROOT / folder, tmp_path / folder, dirs_exist_ok=True)
        shutil.copyfile(ROOT / "homework.toml", tmp_path / "homework.toml")
        if not (tmp_path / "assignments").exists():
            (tmp_path / "assignments").symlink_to(ROOT / "assignments")
        assert bundle(copy, homework) == [], "run `homework release`"


def test_notebooks_of_which_one_answers_the_other_are_no_homework() -> None:
    pair = Homework("pair", "Two", ("bn_drop", "cnn"))
    with pytest.raises(HomeworkError, match="'cnn' bring `batchnorm_") as refused:
        bundle(Repository(ROOT), pair)
    assert "given/batchnorm.py" in str(refused.value)
    assert "'bn_drop' asks for" in str(refused.value)
    assert not (ROOT / "student" / "pair.zip").exists()


def test_a_bundle_says_what_belongs_together_and_opens_on_colab(tmp_path: Path) -> None:
    (tmp_path / "assignments").symlink_to(ROOT / "assignments")
    for folder in ("student", "autograder"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "homework.toml").write_text(
        '[student]\naddress = "https://github.com/a/b/tree/c/student"\n'
    )
    pair = Homework("pair", "Two", ("bn_drop", "cnn"))
    entries = _student_entries(Repository(tmp_path), pair)
    assert json.loads(entries["pair/homework.json"]) == ["bn_drop", "cnn"]
    readme = entries["pair/README.md"].decode()
    assert "* `cnn/cnn.ipynb` [![Open in Colab]" in readme
    assert "/a/b/blob/c/student/bn_drop/bn_drop.ipynb" in readme


def test_no_notebook_of_a_homework_shows_what_another_asks_for(tmp_path: Path) -> None:
    repository = Repository.find(ROOT)
    for homework in homeworks(repository):
        notebooks = repository.assignments(homework.notebooks)
        for asked, given in permutations(notebooks, 2):
            folder = tmp_path / given.name
            for path in for_students(given):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(given.folder / path, folder / path)
            assert list(scan(folder, secrets_of(asked), name=given.name)) == []


@pytest.mark.slow
def test_each_notebook_is_graded_by_its_own_tests(tmp_path: Path) -> None:
    repository = Repository.find(ROOT)
    homework = homeworks(repository)[0]
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    solved, untouched, *_ = (
        assignment
        for assignment in repository.assignments()
        if assignment.name in homework.notebooks
    )
    for assignment, filled in ((solved, solutions(solved)), (untouched, {})):
        notebook = ROOT / "student" / assignment.name / f"{assignment.name}.ipynb"
        path = write_submission(submission(notebook, filled), tmp_path / "it.ipynb")
        with zipfile.ZipFile(uploads / f"{assignment.name}_now.zip", "w") as archive:
            archive.write(path, f"{assignment.name}.ipynb")
    outcome = run(ROOT / "autograder" / f"{homework.name}.zip", uploads)
    scores = {
        name: [
            (test["score"], test["max_score"])
            for test in outcome.results["tests"]
            if test["name"].startswith(f"{name}: ")
        ]
        for name in homework.notebooks
    }
    assert scores[solved.name]
    assert all(score == most for score, most in scores[solved.name])
    assert scores[untouched.name]
    assert all(score == 0 for score, _ in scores[untouched.name])


@pytest.mark.slow
def test_a_missing_notebook_is_named(tmp_path: Path) -> None:
    repository = Repository.find(ROOT)
    homework = homeworks(repository)[0]
    there, missing = homework.notebooks
    handed_in = ROOT / "student" / there / f"{there}.ipynb"
    outcome = run(ROOT / "autograder" / f"{homework.name}.zip", handed_in)
    (entry,) = [t for t in outcome.results["tests"] if t["name"].startswith(missing)]
    assert entry["name"] == f"{missing}: not graded"
    assert f"no notebook of {missing} was found" in entry["output"]
