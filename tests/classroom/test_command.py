"""`homework grade`: what it writes, what it keeps, and how it says what is wrong."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.classroom import releases
from homework.classroom.releases import Part
from homework.cli import main as command
from homework.grading import reader
from homework.grading.engine import Engine
from homework.grading.sandbox import sandbox
from homework.grading.sandbox.sandbox import Level
from tests.grading_toys import archive, case, cells

pytestmark = pytest.mark.slow  # each starts graders

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


def lines(out: Path) -> list[dict[str, str]]:
    """Read scores.csv."""
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(out: Path) -> dict[str, list[Any]]:
    """Read the status and the scores of each submission, by its name."""
    return {
        line["submission"]: [
            line["status"],
            *(
                float(value) if value else None
                for name, value in line.items()
                if name in ("score", "possible") or re.match(r"(\w+/)?q\d", name)
            ),
        ]
        for line in lines(out)
    }


def with_canaries(path: Path, right: bytes, untouched: bytes, name: str) -> Path:
    """Put two submissions of known scores into a zip."""
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(f"trial/{name}/right/{name}.ipynb", right)
        made.writestr(f"trial/{name}/untouched/{name}.ipynb", untouched)
    return path


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


def test_each_submission_is_read_once(
    tmp_path: Path, handed_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(handed_in / "ada.ipynb", handed_in / "zoe.ipynb")
    started, fork = list[Level](), sandbox.fork

    def counted(level: Level) -> int:
        started.append(level)
        return fork(level)

    monkeypatch.setattr(reader, "fork", counted)
    grade(handed_in, "-a", archive(tmp_path, QUESTIONS), "-o", tmp_path / "grades")
    assert len(started) == 5
    assert table(tmp_path / "grades")["zoe"] == ["graded", 6, 6, 3, 3]


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
    assert set(table(out)) == {"monday-ada.ipynb", "tuesday-ada.ipynb"}
    assert sorted(row[1] for row in table(out).values()) == [5, 6]


def test_a_stopped_run_leaves_what_is_known_and_goes_on(tmp_path: Path) -> None:
    slow = f"import time\n{HALF.replace('return', 'time.sleep(20); return')}"
    path, out = tmp_path / "ada.ipynb", tmp_path / "grades"
    path.write_bytes(cells(DOUBLE, slow))
    public = {
        name: [text.replace("hidden=True", "hidden=False") for text in cases]
        for name, cases in QUESTIONS.items()
    }
    words = [str(path), "-a", str(archive(tmp_path, public)), "-o", str(out)]
    running = subprocess.Popen(
        [sys.executable, "-m", "homework", "grade", *words, "--level", "limits"],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 600
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


# --- a class ------------------------------------------------------------------

LISTED = """---
submission_1:
  :submitters:
  - :name: Ada Example
    :sid: '001'
    :email: ada@example.edu
  - :name: =Bo Example
    :sid: '002'
  :created_at: 2026-10-02 03:58:11.120000000 Z
submission_2:
  :submitters:
  - :name: Cy Example
    :sid: '003'
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Make a Gradescope export: a group, a wrong one, and one without a notebook."""
    folder = tmp_path / "assignment_7_export"
    for number, data in ((1, cells(DOUBLE, HALF)), (2, cells(WRONG, HALF))):
        path = folder / f"submission_{number}" / "toy.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    (folder / "submission_3").mkdir()
    (folder / "submission_3" / "toy.py").write_text("x = 1", encoding="utf-8")
    (folder / "submission_metadata.yml").write_text(LISTED, encoding="utf-8")
    return folder


def test_an_export_and_its_zip_give_the_same_rows_with_names(
    tmp_path: Path, export: Path
) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    shutil.make_archive(str(tmp_path / "down"), "zip", tmp_path, export.name)
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "name,sid,email\nAda Example,001,a@b.c\nEd Gone,009,e@b.c\n", encoding="utf-8"
    )
    tables = []
    for source in (export, tmp_path / "down.zip"):
        out = tmp_path / f"{source.stem}-grades"
        done = grade(source, "-a", zipped, "-o", out, "--roster", roster)
        said = " ".join(done.output.split())
        assert "a Gradescope export of 3 submissions" in said
        assert (
            "3 found, 2 graded, 1 not: 1 there is no notebook in it; "
            "1 of the roster missing"
        ) in said
        tables.append((out / "scores.csv").read_text(encoding="utf-8"))
    assert tables[0] == tables[1]
    rows = [(r["submission"], r["name"], r["sid"], r["score"]) for r in lines(out)]
    assert rows == [
        ("submission_1", "Ada Example", "001", "6.0"),
        ("submission_1", "'=Bo Example", "002", "6.0"),  # no formula
        ("submission_2", "Cy Example", "003", "5.0"),
        ("submission_3", "", "", ""),
        ("missing 009", "Ed Gone", "009", ""),
    ]
    assert lines(out)[0]["submitted"] == "2026-10-02T03:58:11Z"
    record = records(out)["submission_1"]
    assert [person["sid"] for person in record["people"]] == ["001", "002"]


def test_another_assignment_overwrites_nothing(tmp_path: Path, handed_in: Path) -> None:
    out, zipped = tmp_path / "grades", archive(tmp_path, QUESTIONS)
    grade(handed_in, "-a", zipped, "-o", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("otter_config.json", '{"assignment_name": "other"}')
        other.writestr("tests/q1.py", "")
    done = grade(handed_in, "-a", tmp_path / "other.zip", "-o", out)
    assert done.exit_code == 2
    assert "holds results of toy, and these are of other" in " ".join(
        done.output.split()
    )
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_second_run_says_what_changed(tmp_path: Path, handed_in: Path) -> None:
    out, zipped = tmp_path / "grades", archive(tmp_path, QUESTIONS)
    grade(handed_in, "-a", zipped, "-o", out)
    (handed_in / "bob.ipynb").write_bytes(cells(DOUBLE, HALF))
    (handed_in / "ada.ipynb").unlink()
    done = grade(handed_in, "-a", zipped, "-o", out)
    for said in ("0 kept, 3 graded anew", "bob: 5 → 6", "no longer handed in: ada"):
        assert said in done.output
    again = grade(handed_in, "-a", zipped, "-o", out)
    assert "1 kept, 2 graded anew" in again.output  # what has no score is tried again
    assert "→" not in again.output


def test_a_homework_of_several_notebooks_is_graded_by_each(tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.mkdir()
    made = archive(first, QUESTIONS)
    homework = tmp_path / "both.zip"
    with zipfile.ZipFile(homework, "w") as both:
        both.write(made, "notebooks/toy.zip")
        with (
            zipfile.ZipFile(made) as opened,
            zipfile.ZipFile(first / "more.zip", "w") as other,
        ):
            for name in opened.namelist():
                data = opened.read(name).replace(b'"toy"', b'"more"')
                other.writestr(name, data)
        both.write(first / "more.zip", "notebooks/more.zip")
    folder = tmp_path / "class" / "ana"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "toy_2027.zip", "w") as handed_in:
        handed_in.writestr("toy.ipynb", cells(DOUBLE, HALF))
    (folder / "more.ipynb").write_bytes(cells(WRONG, HALF, name="more"))
    lacks = tmp_path / "class" / "bo"
    lacks.mkdir()
    (lacks / "toy.ipynb").write_bytes(cells(DOUBLE, HALF))
    out = tmp_path / "grades"
    done = grade(folder.parent, "-a", homework, "-o", out)
    assert done.exit_code == 1, done.output
    ana, bo = lines(out)
    assert (ana["status"], ana["score"], ana["possible"]) == ("graded", "11.0", "12.0")
    assert (ana["toy/q1_double"], ana["more/q1_double"]) == ("3", "2")
    assert bo["score"] == "6.0"
    assert "graded in part; more: no notebook of more was found" in bo["status"]
    assert records(out / "toy")["ana"]["score"] == 6


@pytest.mark.parametrize("name", ["toy.zip", "toy"])
def test_it_runs_outside_of_a_clone(
    tmp_path: Path, handed_in: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    archive(tmp_path, QUESTIONS)
    done = grade(handed_in / "ada.ipynb", "-a", name)
    assert done.exit_code == 0, done.output
    assert table(tmp_path / "grades")["ada"][:2] == ["graded", 6]
    done = grade(handed_in / "ada.ipynb", "-a", "cnn")
    assert done.exit_code == 2
    said = " ".join(done.output.split())
    assert "cnn.zip: is not there. Build it with `homework release`, or" in said


# --- canaries -----------------------------------------------------------------


def test_canaries_that_are_right_let_scores_through(
    tmp_path: Path, handed_in: Path
) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    with_canaries(zipped, cells(DOUBLE, HALF), cells("pass"), "toy")
    out = tmp_path / "grades"
    assert grade(handed_in / "ada.ipynb", "-a", zipped, "-o", out).exit_code == 0
    assert table(out)["ada"][1] == 6
    assert set(table(out)) == {"ada"}


@pytest.mark.parametrize(
    ("right", "untouched", "said"),
    [
        (WRONG, "pass", "the right submission gets 5 of 6 points (q1_double)"),
        (DOUBLE, DOUBLE, "the untouched submission gets 3 points"),
    ],
)
def test_a_canary_that_is_off_withholds_every_score(
    tmp_path: Path, handed_in: Path, right: str, untouched: str, said: str
) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    with_canaries(zipped, cells(right, HALF), cells(untouched), "toy")
    out = tmp_path / "grades"
    done = grade(handed_in, "-a", zipped, "-o", out)
    assert done.exit_code == 2
    assert said in done.output
    assert "No score is published" in done.output
    assert not (out / "scores.csv").exists()
    assert records(out) == {}


@pytest.mark.parametrize(("count", "times"), [(1, 1), (2, 2)])
def test_a_canary_that_dies_on_the_way_withholds_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, times: int
) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    with_canaries(zipped, cells(DOUBLE, HALF), cells("pass"), "toy")
    out = tmp_path / "grades"
    words = (slow_class(tmp_path / "class", count), "-a", zipped, "-o", out)
    honest, calls = releases.weaknesses, list[Part]()

    def dies(engine: Engine, part: Part, side_by_side: int) -> Iterator[str]:
        """Grade an untouched notebook in the place of the right one, at the end."""
        calls.append(part)
        if len(calls) == times:
            part = replace(part, right=part.untouched)
        return honest(engine, part, side_by_side)

    with monkeypatch.context() as patched:
        patched.setattr("homework.classroom.work.weaknesses", dies)
        done = grade(*words)
    assert len(calls) == times  # of one notebook, the last canaries tell as much
    assert done.exit_code == 2, done.output
    assert "the right submission gets 0 of 6 points" in done.output
    assert records(out) == {}
    again = grade(*words)
    assert table(out)["s0"][1] == 6, again.output  # the withheld result is not kept


# --- stops, and two at once ---------------------------------------------------


def slow_class(folder: Path, count: int) -> Path:
    """Write submissions that differ and take a moment each."""
    folder.mkdir()
    for number in range(count):
        slow = f"import time\ntime.sleep(0.2)\n# {number}\n{DOUBLE}"
        (folder / f"s{number}.ipynb").write_bytes(cells(slow, HALF))
    return folder


def start(*words: object) -> subprocess.Popen[str]:
    """Start the command as a process of its own."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "homework", "grade"),
            *map(str, words),
            *("--level", "limits", "-j", "2"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def graded_how_often(out: Path) -> dict[str, int]:
    """Count the results of each submission in the ledger."""
    with sqlite3.connect(out / "ledger.sqlite") as base:
        return dict(base.execute("SELECT digest, count(*) FROM results GROUP BY 1"))


def ledger(out: Path) -> list[tuple[Any, ...]]:
    """Read what a ledger knows and published, without times."""
    with sqlite3.connect(out / "ledger.sqlite") as base:
        return base.execute(
            "SELECT r.digest, r.release, r.status, r.score, o.entry FROM results r "
            "JOIN outcomes o ON o.result = r.id ORDER BY o.entry"
        ).fetchall()


def test_killed_five_times_nothing_is_graded_twice(tmp_path: Path) -> None:
    folder, out = slow_class(tmp_path / "class", 30), tmp_path / "grades"
    zipped = archive(tmp_path, QUESTIONS)
    words = (folder, "-a", zipped, "-o", out)
    for count in sorted(random.sample(range(1, 26), 5)):
        running, until = start(*words), time.monotonic() + 600
        while time.monotonic() < until:
            known = (out / "ledger.sqlite").exists() and _results(out)
            if known and known >= count:
                break
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    done = grade(*words)
    assert done.exit_code == 0, done.output
    assert list(graded_how_often(out).values()) == [1] * 30
    whole = tmp_path / "whole"
    assert grade(folder, "-a", zipped, "-o", whole).exit_code == 0
    assert ledger(out) == ledger(whole)
    assert lines(out) == lines(whole)
    assert {row[1] for row in table(out).values()} == {6}


FULL = """
set -e
mount -t tmpfs -o size={size} none {out}
code=0; {command} || code=$?
test $code = 2
ls -A {out} >&2
mount -o remount,size=20m {out}
{command}
cp -R {out}/. {copy}
"""


@pytest.mark.parametrize("size", ["8k", "64k", "160k"])
def test_a_full_disk_is_a_sentence_and_loses_nothing(tmp_path: Path, size: str) -> None:
    folder, out, copy = tmp_path / "class", tmp_path / "grades", tmp_path / "copy"
    folder.mkdir()
    for number in range(40):
        data = cells(f"# {number}\n{DOUBLE}", HALF)
        (folder / f"s{number}.ipynb").write_bytes(data)
    for each in (out, copy):
        each.mkdir()
    zipped = archive(tmp_path, QUESTIONS)
    words = f"grade {folder} -a {zipped} --level limits"
    script = FULL.format(
        size=size,
        out=out,
        copy=copy,
        command=f"{sys.executable} -m homework {words} -o {out}",
    )
    if subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("no file system can be mounted here")
    done = subprocess.run(
        [
            "unshare",
            "-m",
            "sh",
            "-c",
            script,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stderr.split())
    assert "Make space or permission, and run the same command again" in said
    assert "Traceback" not in said
    assert ".writing-" not in said  # nothing half written stays
    assert len(table(copy)) == 40
    assert list(graded_how_often(copy).values()) == [1] * 40
    assert {row[1] for row in table(copy).values()} == {6}


READ_ONLY = """
mount --bind {out} {out} && mount -o remount,bind,ro {out} || exit 9
for command in "grade {folder} -a {zipped} --level limits -o {out}" \
    "regrade {out} {folder} -a {zipped} --level limits" \
    "feedback {out}" "report {out}" "gradebook {out} --csv" "replay {out} -a {zipped}"
do
    {python} -m homework $command
    echo "code $?"
done
"""


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    person = folder / "Ada Example_7_assignsubmission_file_"
    person.mkdir(parents=True)
    (person / "toy.ipynb").write_bytes(cells(DOUBLE, HALF))
    zipped = archive(tmp_path, QUESTIONS)
    with zipfile.ZipFile(zipped, "a") as made:
        made.writestr("engine/homework/grading/stored.py", "")
    assert grade(folder, "-a", zipped, "-o", out).exit_code == 0
    (person / "toy.ipynb").write_bytes(cells(WRONG, HALF))
    script = READ_ONLY.format(
        out=out, folder=folder, zipped=zipped, python=sys.executable
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode == 9 or "unshare" in done.stdout:
        pytest.skip("no file system can be mounted here")
    assert done.stdout.count("code 2") == 6, done.stdout
    assert done.stdout.count("Make space or permission") == 6, done.stdout
    assert "Traceback" not in done.stdout


def _results(out: Path) -> int:
    try:
        with sqlite3.connect(out / "ledger.sqlite") as base:
            return int(base.execute("SELECT count(*) FROM results").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


def test_two_runs_at_once_share_the_work(tmp_path: Path) -> None:
    folder, out = slow_class(tmp_path / "class", 16), tmp_path / "grades"
    words = (folder, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    both = [start(*words), start(*words)]
    said = [each.communicate(timeout=600)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert list(graded_how_often(out).values()) == [1] * 16
    assert {row[1] for row in table(out).values()} == {6}


def test_a_stop_from_the_keyboard_is_a_sentence(tmp_path: Path) -> None:
    folder, out = slow_class(tmp_path / "class", 40), tmp_path / "grades"
    words = (folder, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    running, until = start(*words), time.monotonic() + 600
    while time.monotonic() < until:
        if (out / "ledger.sqlite").exists() and _results(out) >= 3:
            break
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    said, _ = running.communicate(timeout=600)
    assert running.returncode == 1, said
    assert "run the same command to go on" in said
    assert "Traceback" not in said
    assert 3 <= sum(row[0] == "graded" for row in table(out).values()) < 40


def test_a_ledger_that_is_none_is_a_sentence(tmp_path: Path, handed_in: Path) -> None:
    out = tmp_path / "grades"
    out.mkdir()
    (out / "ledger.sqlite").write_bytes(b"something else, and long enough" * 99)
    done = grade(handed_in, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    assert done.exit_code == 2
    said = " ".join(done.output.split())
    assert "is no ledger, or a damaged one (file is not a database). Move " in said
    (out / "ledger.sqlite").unlink()
    with sqlite3.connect(out / "ledger.sqlite") as base:  # somebody else's
        base.execute("CREATE TABLE mine (a)")
    done = grade(handed_in, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    assert "is no ledger, or a damaged one (it has a table mine)" in " ".join(
        done.output.split()
    )
    (out / "ledger.sqlite").write_bytes(b"")
    done = CliRunner().invoke(command, ["report", str(out)])
    assert "holds no results" in done.output


@pytest.mark.parametrize("ledger", ["missing", "empty"])
@pytest.mark.parametrize(
    "name", ["scores.csv", "late.json", "report.html", "feedback/ana.html"]
)
def test_files_that_no_ledger_knows_are_not_replaced(
    tmp_path: Path, handed_in: Path, name: str, ledger: str
) -> None:
    out = tmp_path / "own"
    (out / name).parent.mkdir(parents=True)
    (out / name).write_text("mine", encoding="utf-8")
    if ledger == "empty":
        (out / "ledger.sqlite").write_bytes(b"")
    before = set(out.rglob("*"))
    done = grade(handed_in, "-a", archive(tmp_path, QUESTIONS), "-o", out)
    assert done.exit_code == 2
    said = "".join(done.output.split())
    assert f"{name}:istherealready" in said
    assert "Nameanotherfolderwith-o,ormoveitaway." in said
    assert (out / name).read_text(encoding="utf-8") == "mine"
    assert set(out.rglob("*")) == before


def test_a_test_that_is_no_python_is_a_sentence(
    tmp_path: Path, handed_in: Path
) -> None:
    out, zipped = tmp_path / "grades", archive(tmp_path, QUESTIONS)
    assert grade(handed_in / "ada.ipynb", "-a", zipped, "-o", out).exit_code == 0
    broken = archive(tmp_path, {**QUESTIONS, "q2_half": ["(("]})
    for words in (
        ["grade", handed_in, "-a", broken, "-o", out],
        ["regrade", out, "-a", broken],
    ):
        done = CliRunner().invoke(command, list(map(str, words)))
        assert done.exit_code == 2
        assert "cannot grade: its tests/q2_half.py is no Python ('(' was never" in (
            " ".join(done.output.split())
        )


def test_a_class_that_was_packed_once_more_is_told_to_be_unpacked(
    tmp_path: Path, export: Path
) -> None:
    zipped, packed = archive(tmp_path, QUESTIONS), tmp_path / "packed.zip"
    shutil.make_archive(str(tmp_path / "down"), "zip", tmp_path, export.name)
    with zipfile.ZipFile(packed, "w") as made:
        made.write(tmp_path / "down.zip", "down.zip")
    done = grade(packed, "-a", zipped, "-o", tmp_path / "grades")
    said = "if this is a whole class, unpack it first"
    assert said in " ".join(done.output.split())
    assert set(table(tmp_path / "grades")) == {"packed"}


def test_nothing_is_said_of_a_sandbox_that_nothing_ran_in(
    tmp_path: Path, handed_in: Path
) -> None:
    (handed_in / "eve.zip").write_bytes(b"PK")
    words = ("-a", archive(tmp_path, QUESTIONS), "-o", tmp_path / "grades")
    done = grade(handed_in / "eve.zip", *words)
    assert "Sandbox" not in done.output
