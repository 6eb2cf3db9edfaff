"""`homework grade`: what it writes, what it keeps, and how it says what is wrong."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.cli import main as command
from tests.grading_toys import archive, case, cells

QUESTIONS: dict[str, Iterable[str]] = {
    "q1_double": [
        case("test_two", "double", "assert double(2) == 4", points=2),
        case("test_sign", "double", "assert double(-1) == -2", points=1),
    ],
    "q2_half": [case("test_half", "half", "assert half(4) == 2", points=3)],
}
DOUBLE, HALF = "def double(x): return 2 * x", "def half(x): return x / 2"
WRONG = "def double(x): return x * x"


def grade(*words: object) -> Result:
    """Call the command as a shell would."""
    return CliRunner().invoke(command, ["grade", *map(str, words), "--level", "limits"])


def records(out: Path) -> dict[str, Any]:
    """Read all results of a folder, by name."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in out.glob("*.json")
    }


def table(out: Path) -> dict[str, list[Any]]:
    """Read the status and the scores of each submission, by its name."""
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {
        name: [status, *(float(score) if score else None for score in scores)]
        for name, status, *scores in rows
    }


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Make a folder of submissions, some of which cannot be graded."""
    folder = tmp_path / "submissions"
    folder.mkdir()
    (folder / "ada.ipynb").write_bytes(cells(DOUBLE, HALF))
    (folder / "bob.ipynb").write_bytes(cells(WRONG, HALF))
    (folder / "eve.ipynb").write_bytes(b"{")
    (folder / "ida.ipynb").write_bytes(cells(DOUBLE, name="another"))
    return folder


def test_a_folder_gives_a_table_and_a_file_for_each(
    tmp_path: Path, handed_in: Path
) -> None:
    out = tmp_path / "grades"
    done = grade(handed_in, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    assert done.exit_code == 1, done.output  # two have no score
    rows = table(out)
    assert rows["ada"] == ["graded", 6, 6, 3, 3]
    assert rows["bob"] == ["graded", 5, 6, 2, 3]
    assert rows["eve"][0].startswith("unreadable")
    assert rows["eve"][1:] == [None] * 4  # no result is no score
    assert rows["ida"][0].startswith("wrong assignment: the notebook is of 'another'")
    assert set(records(out)) == {"ada", "bob", "eve", "ida"}
    for shown in ("q1", "ada", "eve: unreadable", "Sandbox: "):
        assert shown in done.output


def test_what_has_not_changed_is_kept(tmp_path: Path, handed_in: Path) -> None:
    out, zipped = tmp_path / "grades", archive(tmp_path, QUESTIONS)
    words = (handed_in / "ada.ipynb", handed_in / "bob.ipynb", "-a", zipped, "-o", out)
    assert grade(*words).exit_code == 0
    first = {name: (out / f"{name}.json").stat().st_mtime_ns for name in ("ada", "bob")}
    (handed_in / "bob.ipynb").write_bytes(cells(DOUBLE, HALF))
    assert grade(*words).exit_code == 0
    assert (out / "ada.json").stat().st_mtime_ns == first["ada"]
    assert table(out)["bob"] == ["graded", 6, 6, 3, 3]
    archive(tmp_path, {"q2_half": QUESTIONS["q2_half"]})  # another release
    assert grade(*words).exit_code == 0
    assert table(out)["ada"] == ["graded", 3, 3, 3]


def test_names_that_are_alike_do_not_replace_each_other(tmp_path: Path) -> None:
    for folder, answer in (("monday", DOUBLE), ("tuesday", WRONG)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ada.ipynb").write_bytes(cells(answer, HALF))
    out, sources = tmp_path / "grades", (tmp_path / "monday", tmp_path / "tuesday")
    grade(*sources, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    assert sorted(row[1] for row in table(out).values()) == [5, 6]


def test_a_stopped_run_leaves_what_is_known_and_goes_on(tmp_path: Path) -> None:
    slow = f"import time\n{HALF.replace('return', 'time.sleep(20); return')}"
    path, out = tmp_path / "ada.ipynb", tmp_path / "grades"
    path.write_bytes(cells(DOUBLE, slow))
    words = [str(path), "-a", str(archive(tmp_path, QUESTIONS)), "-o", str(out)]
    running = subprocess.Popen(
        [sys.executable, "-m", "homework", "grade", *words, "--level", "limits"],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 120
    while not (found := records(out)) and time.monotonic() < until:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert found["ada"]["questions"]["q1_double"]["score"] == 3
    assert found["ada"]["status"] == "is being graded"
    assert found["ada"]["score"] is None
    path.write_bytes(cells(DOUBLE, HALF))
    assert grade(*words).exit_code == 0
    assert table(out)["ada"][:2] == ["graded", 6]


def test_a_wrong_call_says_what_to_do(tmp_path: Path, handed_in: Path) -> None:
    zipped, ada = archive(tmp_path, QUESTIONS), handed_in / "ada.ipynb"
    empty, file = tmp_path / "empty", tmp_path / "file"
    empty.mkdir()
    file.write_text("mine", encoding="utf-8")
    for words, sentence in (
        ((tmp_path / "nobody", "-a", zipped), "does not exist. Name a file"),
        ((empty, "-a", zipped), "holds no submission. Put notebooks or zips into it"),
        ((ada, "-a", file), "is no zip for Gradescope"),
        ((ada, "-a", "no_such_homework"), "is not there. Build it with"),
        ((ada, "-a", zipped, "-o", file), "is a file. Name a folder for results"),
    ):
        done = grade(*words)
        assert done.exit_code == 2
        assert sentence in " ".join(done.output.split())
    assert file.read_text(encoding="utf-8") == "mine"
    done = CliRunner().invoke(
        command, ["grade", str(ada), "-a", str(zipped), "--level", "strong"]
    )
    assert done.exit_code == 2
    assert "There are limits, fenced, sealed" in done.output
