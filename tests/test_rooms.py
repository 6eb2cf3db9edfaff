"""The rooms of the tools: what lies where, and which room may import which."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import ROOT

ROOMS = (
    *("base", "classroom", "course", "gradescope", "grading"),
    *("law", "masters", "proof", "questions", "release"),
)


def test_the_top_holds_rooms_and_the_command() -> None:
    found = {path.name for path in (ROOT / "homework").iterdir() if path.suffix}
    assert found == {"__init__.py", "__main__.py", "cli.py"}


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_says_in_a_sentence_what_it_is_for(room: str) -> None:
    text = (ROOT / "homework" / room / "__init__.py").read_text("utf-8")
    assert text.startswith('"""')
    assert text.rstrip().endswith('."""')


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the contracts of a copy, as `make lint` does."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("base/errors.py", "from homework.cli import main"),
        ("questions/cases.py", "from homework.law import style"),
        ("grading/engine.py", "from homework.questions.layout import Repository"),
        ("grading/wire/tensors.py", "from homework.grading.wire.peer import Peer"),
    ],
)
def test_an_import_against_the_direction_is_refused(
    tmp_path: Path, module: str, planted: str
) -> None:
    shutil.copytree(ROOT / "homework", tmp_path / "homework")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert lint(tmp_path).returncode == 0

    path = tmp_path / "homework" / module
    path.write_text(f"{path.read_text('utf-8')}\n\ndef late():\n    {planted}\n")
    done = lint(tmp_path)

    assert done.returncode == 1, done.stdout
    assert f"homework.{module[:-3].replace('/', '.')}" in done.stdout
