"""`homework init` makes a course that stands alone, from a clone or a package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.cli import main
from homework.course.start import start
from homework.questions.layout import Repository
from tests.samples import ROOT

STEPS = ("assemble", "check", "prove", "release", "samples")


def test_a_new_course_has_one_question_and_none_of_the_assignments(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "linear-algebra"
    result = CliRunner().invoke(main, ["init", str(folder)])
    assert result.exit_code == 0, result.output
    (assignment,) = Repository(folder).assignments()
    assert [question.name for question in assignment.questions] == ["q01_softmax"]
    assert (assignment.folder / "checks" / "carried.py").is_file()
    assert (folder / "homework" / "cli.py").is_file()
    assert "# linear algebra" in (folder / "README.md").read_text(encoding="utf-8")
    assert not list(folder.rglob("__pycache__"))
    ours = {each.name for each in Repository(ROOT).assignments()}
    assert len(ours) >= 8
    assert not ours & {path.name for path in folder.rglob("*")}


def test_what_a_new_course_gets_imports_nothing_that_it_lacks(tmp_path: Path) -> None:
    start(tmp_path / "new")
    checks = tmp_path / "new" / "assignments" / "checks"
    names = {path.stem for path in checks.glob("*.py")}
    code = "; ".join(f"import checks.{name}" for name in sorted(names - {"__init__"}))
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=checks.parent,
        env={**os.environ, "PYTHONPATH": str(checks.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(HomeworkError, match="is not empty"):
        start(tmp_path)
    with pytest.raises(HomeworkError, match="is not empty"):
        start(tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def _wheel(folder: Path) -> Path:
    """Build the package as `pip install .` does, and unpack it."""
    tree = folder / "tree"
    left_out = shutil.ignore_patterns(
        ".*cache", "__pycache__", ".venv", ".git", "build"
    )
    tree.mkdir()
    for name in ("homework", "requirements", "docs"):
        shutil.copytree(ROOT / name, tree / name, ignore=left_out)
    for name in ("checks", "hand_in.py"):
        source, target = ROOT / "assignments" / name, tree / "assignments" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=left_out)
        else:
            shutil.copy(source, target)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, tree)
    built = (
        "import sys; sys.argv[1:] = ['-q', 'bdist_wheel', '-d', 'out'];"
        "exec(compile(open('setup.py').read(), 'setup.py', 'exec'),"
        " {'__file__': 'setup.py', '__name__': '__main__'})"
    )
    subprocess.run([sys.executable, "-c", built], cwd=tree, check=True)
    (wheel,) = (tree / "out").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


@pytest.mark.slow
def test_a_course_that_the_package_starts_is_green(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(_wheel(tmp_path)),
        "OMP_NUM_THREADS": "1",
    }
    course = tmp_path / "a_course"

    def run(*command: str, where: Path = course) -> None:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=where,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    run("homework", "init", str(course), where=tmp_path)
    environment["PYTHONPATH"] = str(course)
    for step in STEPS:
        run("homework", step)
    run("ruff", "check", "--no-cache", "assignments", "tests")
    run("pytest", "-q", "-p", "no:cacheprovider", "tests")
