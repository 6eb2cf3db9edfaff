"""A homework of several notebooks: one bundle, one zip, every notebook graded."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from homework.answers import solution_source
from homework.bundles import bundle, homeworks
from homework.errors import HomeworkError
from homework.gradescope.run_homework import find_notebooks, main
from homework.layout import Repository
from homework.submissions import submission, write_submission
from tests.samples import ROOT

NAMES = ["first", "second"]


def plain(name: str | None = None) -> str:
    """Write a notebook that says which assignment it answers."""
    metadata = {"otter": {"assignment_name": name}} if name else {}
    return json.dumps({"cells": [], "metadata": metadata})


def test_notebooks_are_found_by_what_they_answer(tmp_path: Path) -> None:
    (tmp_path / "renamed (1).ipynb").write_text(plain("first"))
    (tmp_path / "second.ipynb").write_text(plain())
    (tmp_path / "notes.ipynb").write_text("not json")
    found = find_notebooks(tmp_path, NAMES)
    assert sorted(found) == NAMES


def test_notebooks_are_found_in_zips(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("work/first.ipynb", plain("first"))
        archive.writestr("../../second.ipynb", plain("second"))
    assert sorted(find_notebooks(tmp_path, NAMES)) == NAMES


def test_the_kernel_of_the_students_machine_is_replaced(tmp_path: Path) -> None:
    foreign = {"cells": [], "metadata": {"kernelspec": {"name": "conda-env-x"}}}
    (tmp_path / "first.ipynb").write_text(json.dumps(foreign))
    found = json.loads(find_notebooks(tmp_path, NAMES)["first"])
    assert found["metadata"]["kernelspec"]["name"] == "python3"


def test_a_missing_notebook_is_named(tmp_path: Path) -> None:
    (tmp_path / "source" / "notebooks").mkdir(parents=True)
    (tmp_path / "source" / "notebooks" / "first.zip").touch()
    (tmp_path / "submission").mkdir()
    main(tmp_path)
    results = json.loads((tmp_path / "results" / "results.json").read_text())
    assert results["score"] == 0
    assert results["tests"][0]["name"] == "first: not graded"
    assert "No notebook of this name" in results["tests"][0]["output"]


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
        assert bundle(copy, homework) == [], "run `homework release`"


@pytest.mark.slow
def test_each_notebook_is_graded_by_its_own_tests(tmp_path: Path) -> None:
    repository = Repository.find(ROOT)
    homework = homeworks(repository)[0]
    source, uploads = tmp_path / "source", tmp_path / "submission"
    with zipfile.ZipFile(ROOT / "autograder" / f"{homework.name}.zip") as archive:
        archive.extractall(source)
    uploads.mkdir()
    solved, untouched, *_ = (
        assignment
        for assignment in repository.assignments()
        if assignment.name in homework.notebooks
    )
    answers = {
        question.name: solution_source(question)
        for question in solved.questions
        if question.tests.exists()
    }
    for assignment, filled in ((solved, answers), (untouched, {})):
        notebook = ROOT / "student" / assignment.name / f"{assignment.name}.ipynb"
        made = submission(notebook, filled)
        write_submission(made, uploads / f"{assignment.name}.ipynb")
    main(tmp_path)
    results = json.loads((tmp_path / "results" / "results.json").read_text())
    scores = {
        name: sum(
            test.get("score", 0)
            for test in results["tests"]
            if test["name"].startswith(f"{name}: ")
        )
        for name in homework.notebooks
    }
    assert scores[solved.name] > 90
    assert scores[untouched.name] == 0
    assert results["score"] == scores[solved.name]
