"""One submission never stops the others, and what people write is data everywhere."""

from __future__ import annotations

import contextlib
import csv
import glob
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import CliRunner, Result

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.base import files
from homework.base.scratch import Scratch
from homework.base.texts import lines, name_of, one_line, to_json
from homework.classroom.command import REMEDY, WARNINGS
from homework.classroom.rows import Row, count
from homework.classroom.shapes import Entry, find
from homework.cli import main as command
from homework.grading.engine import FOLDERS, Engine, Running
from homework.grading.handed_in import HandedIn
from homework.grading.sandbox.sandbox import Level, strongest
from tests.grading.test_handed_in import zip_that_begins_nowhere, zipped
from tests.grading_toys import archive, case, cells

pytestmark = pytest.mark.slow  # each starts graders

ONE = {"q1": [case("test_one", "f", "assert f() == 1")]}
GOOD = cells("def f(): return 1")
ESCAPES = "e\x1b]0;owned\a\x1b[2J.ipynb"


def words(source: Path, release: Path, out: Path) -> list[str]:
    """Return a call of the command, without its name."""
    named = ["grade", str(source), "-a", str(release), "-o", str(out)]
    return [*named, "--level", "limits"]


def grade(source: Path, release: Path, out: Path) -> Result:
    """Call the command, which may end with an exit code only."""
    done = CliRunner().invoke(command, words(source, release, out))
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done


def rows(out: Path) -> dict[str, str]:
    """Read the status of each submission by its name."""
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        return {row["submission"]: row["status"] for row in csv.DictReader(file)}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = tmp_path / "submissions"
    made.mkdir()
    return made


ENTRIES: dict[bytes, tuple[bytes, str, str]] = {
    # the entry: what is in it, the name of its row, how its status begins
    b"ana.ipynb": (GOOD, "ana", "graded"),
    b"bo.IPYNB": (GOOD, "bo", "graded"),
    b"cy.ZIP": (zipped({"toy.ipynb": GOOD}), "cy", "graded"),
    b"di.ipynb.json": (GOOD, "di", "graded"),
    b".el.ipynb": (GOOD, ".el", "graded"),
    b"__fay.ipynb": (GOOD, "__fay", "graded"),
    b"caf\xe9.ipynb": (GOOD, r"caf\xe9", "graded"),
    "Übung Lösung 日本.ipynb".encode(): (GOOD, "Übung Lösung 日本", "graded"),
    b"x" * 249 + b".ipynb": (GOOD, "x" * 249, "graded"),
    b"-rf.ipynb": (GOOD, "'-rf", "graded"),
    b"=HYPERLINK(1).ipynb": (GOOD, "'=HYPERLINK(1)", "graded"),
    b"@sum.ipynb": (GOOD, "'@sum", "graded"),
    ESCAPES.encode(): (GOOD, r"e\x1b]0;owned\x07\x1b[2J", "graded"),
    b"two\nlines,graded,9.ipynb": (GOOD, r"two\nlines,graded,9", "graded"),
    b"[bold]hidden[link=x].ipynb": (GOOD, "[bold]hidden[link=x]", "graded"),
    "\u202eltr.ipynb".encode(): (GOOD, r"\u202eltr", "graded"),
    b"maria.lopez/toy.ipynb": (GOOD, "maria.lopez", "graded"),
    b"jane_file/work.zip": (zipped({"toy.ipynb": GOOD}), "jane_file", "graded"),
    b"raises.ipynb": (cells('raise ValueError("\\ud83d\\0")'), "raises", "graded"),
    b"fails.ipynb": (
        cells('def f(): raise ValueError("bad \\udc80 \\0 byte")'),
        *("fails", "graded"),
    ),
    b"source.ipynb": (cells('x = "\ud83d"', "def f(): return 1"), "source", "graded"),
    b"zip64.zip": (zip_that_begins_nowhere(), "zip64", "unreadable: the zip is broken"),
    b"gus.py": (b"x = 1", "gus.py", "unreadable: there is no notebook in it"),
    b"hal.7z": (b"x", "hal.7z", "unreadable: it is an archive of the kind .7z"),
    b"ivy/answer.py": (b"", "ivy", "unreadable: there is no notebook in it"),
    b"empty.ipynb": (b"", "empty", "unreadable: the file is empty"),
}


def fill(folder: Path) -> None:
    for name, (data, _, _) in ENTRIES.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (folder / ".DS_Store").write_bytes(b"x")
    os.mkfifo(folder / "pipe.ipynb")
    (folder / "gone.ipynb").symlink_to("nowhere")


def test_every_entry_has_a_row_and_none_stops_the_others(
    tmp_path: Path, source: Path
) -> None:
    fill(source)
    out = tmp_path / "grades"
    done = grade(source, archive(tmp_path, ONE), out)
    assert done.exit_code == 1
    found = rows(out)
    assert len(found) == len(list(source.iterdir())) - 1
    for _, name, status in ENTRIES.values():
        assert found[name].startswith(status), name
    assert found["pipe"] == "unreadable: it is neither a file nor a folder"
    assert found["gone"] == "unreadable: it is a link to nothing"
    said = " ".join(done.output.split())
    assert f"{len(found)} found, {len(found) - 7} graded, 7 not: " in said
    assert "Passed over: .DS_Store." in said
    assert_plain(done.output)
    for path in [*out.glob("*.json"), out / "scores.csv"]:
        text = path.read_bytes().decode("utf-8")  # strictly
        assert r"\u0000" not in text
        if path.suffix == ".json":  # an escape of its own, and not a text's
            assert r"\ud8" not in text.replace(r"\\ud8", "")
        assert_plain(text)
    again = grade(source, archive(tmp_path, ONE), out)
    assert again.exit_code == 1
    assert rows(out) == found


def test_it_warns_where_submissions_can_read_what_is_roots(
    tmp_path: Path, source: Path
) -> None:
    (source / "a.ipynb").write_bytes(GOOD)
    out = tmp_path / "grades"
    done = grade(source, archive(tmp_path, ONE), out)
    layers = json.loads((out / "a.json").read_text())["layers"]
    said = " ".join(done.output.split())
    for layer, warning in WARNINGS.items():
        assert (f"{warning} {REMEDY}" in said) == (layer in layers)


def assert_plain(text: str) -> None:
    assert all(each.isprintable() or each == "\n" for each in text)


def test_names_are_shown_as_they_are(tmp_path: Path, source: Path) -> None:
    for name in ("[red]x[", "[bold]hidden[link=x]", "a\nalice,graded,96.0"):
        (source / f"{name}.ipynb").write_bytes(GOOD)
    (source / "broken\x1b[2J.ipynb").write_bytes(b"")
    done = grade(source, archive(tmp_path, ONE), tmp_path / "grades")
    for name in ("[red]x[", "[bold]hidden[link=x]", r"a\nalice,graded,96.0"):
        assert name in done.output
    assert "\x1b" not in done.output
    assert r"broken\x1b[2J: unreadable" in done.output


def test_what_the_engine_cannot_bear_is_one_submissions_status(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unbearable = GOOD + b" "
    for name, data in {"a": GOOD, "b": unbearable, "c": GOOD}.items():
        (source / f"{name}.ipynb").write_bytes(data)
    begin = Engine.begin

    def sometimes(self: Engine, submission: HandedIn) -> Any:
        if submission.notebook == unbearable:
            raise MemoryError
        return begin(self, submission)

    monkeypatch.setattr(Engine, "begin", sometimes)
    done = grade(source, archive(tmp_path, ONE), tmp_path / "grades")
    assert done.exit_code == 1
    found = rows(tmp_path / "grades")
    assert found == {"a": "graded", "b": "not graded: MemoryError", "c": "graded"}


def test_names_that_are_alike_are_told(tmp_path: Path, source: Path) -> None:
    for name in ("victim.ipynb", "victim.zip"):
        (source / name).write_bytes(GOOD)
    found = find([source], ["toy"], tmp_path)
    assert [each.name for each in found.entries] == ["victim.ipynb", "victim.zip"]
    assert found.notes == [
        "Several entries are called victim: they are listed by their whole names."
    ]


def test_results_in_the_folder_are_no_submission(tmp_path: Path, source: Path) -> None:
    (source / "ana.ipynb").write_bytes(GOOD)
    out = source / "grades"
    for _ in range(2):
        assert grade(source, archive(tmp_path, ONE), out).exit_code == 0
        assert rows(out) == {"ana": "graded"}


def test_a_long_table_says_what_it_leaves_out(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("homework.classroom.command.MOST_ROWS", 2)
    for name in ("a", "b"):
        (source / f"{name}.ipynb").write_bytes(GOOD)
    for name in ("y", "z"):
        (source / f"{name}.ipynb").write_bytes(b"")
    done = grade(source, archive(tmp_path, ONE), tmp_path / "grades")
    said = " ".join(done.output.split())
    assert f"2 of 4 are shown; all are in {tmp_path / 'grades' / 'scores.csv'}" in said
    assert "z: unreadable: the file is empty" in said
    assert "4 found, 2 graded, 2 not: 2 the file is empty" in said


# --- terminals and locales ----------------------------------------------------

SETTINGS = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_no_locale_or_terminal_changes_a_score(
    tmp_path: Path, source: Path, setting: dict[str, str]
) -> None:
    name = "Übung Lösung 日本"
    (source / f"{name}.ipynb").write_bytes(cells("# é\ndef f(): return len('é')"))
    out = tmp_path / "out"
    called = [sys.executable, "-m", "homework"]
    called += words(source, archive(tmp_path, ONE), out)
    env = {**os.environ, **setting}
    done = subprocess.run(called, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert rows(out) == {name: "graded"}
    record = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
    assert record["score"] == 1
    assert record["submission"] == f"{name}.ipynb"


TEMPORARY = ["with space", "Übung", os.fsdecode(b"caf\xe9"), "a:b%s[x]*", "x" * 200]


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name)
def test_no_name_of_the_temporary_folder_changes_a_score(
    tmp_path: Path, level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    if level > strongest():
        pytest.skip(f"{level.name} cannot be had here")
    notebook = tmp_path / "toy.ipynb"
    notebook.write_bytes(GOOD)
    release = archive(tmp_path, ONE)
    for name in TEMPORARY:
        (tmp_path / name).mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / name))
        with Engine(release, level=level) as engine:
            assert engine.grade(notebook).score == 1, name
        assert list((tmp_path / name).iterdir()) == []


# --- results that cannot be written -------------------------------------------


def test_results_that_cannot_be_written_are_a_sentence(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source / "ana.ipynb").write_bytes(GOOD)
    out = tmp_path / "grades"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = grade(source, archive(tmp_path, ONE), out)
    assert done.exit_code == 2
    said = " ".join(done.output.split())
    assert "cannot be written: No space left on device." in said
    assert {path.name for path in out.iterdir()} == {".gitignore", "ledger.sqlite"}
    blocked = tmp_path / "file" / "grades"
    (tmp_path / "file").write_bytes(b"")
    done = grade(source, archive(tmp_path, ONE), blocked)
    assert done.exit_code == 2
    assert "Not a directory" in " ".join(done.output.split())


def test_a_file_that_was_begun_is_removed_by_the_next_start(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f"{files.BESIDE}{ended.pid}.abc"
    ours = tmp_path / f"{files.BESIDE}{os.getpid()}.abc"
    for path in (left, ours):
        path.write_bytes(b"x")
    files.remove_unfinished(tmp_path)
    assert not left.exists()
    assert ours.exists()


# --- commands that are ended --------------------------------------------------

SLOW = cells("import time\ntime.sleep(600)")
PATIENCE_S = 600.0


@contextlib.contextmanager
def started(called: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Start the command in a group of its own, and leave nothing of it."""
    running = subprocess.Popen(
        [sys.executable, "-m", "homework", *called],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, **env},
    )
    try:
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()


def wait_until(running: subprocess.Popen[str], there: Callable[[], object]) -> None:
    """Wait as long as a command on a busy machine may take, and while it runs."""
    until = time.monotonic() + PATIENCE_S
    while not there():
        if running.poll() is not None and not there():
            said = running.stdout.read() if running.stdout else ""
            pytest.fail(f"The command ended with {running.returncode}:\n{said}")
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_stopped_command_says_how_far_it_came(tmp_path: Path, source: Path) -> None:
    (source / "a.ipynb").write_bytes(GOOD)
    (source / "b.ipynb").write_bytes(SLOW)
    out = tmp_path / "grades"
    called = [*words(source, archive(tmp_path, ONE), out), "-j", "1"]
    with started(called, {}) as running:
        wait_until(running, (out / "a.json").exists)
        said = (out / "a.json").read_text
        wait_until(running, lambda: '"status": "graded"' in said())
        children = psutil.Process(running.pid).children
        wait_until(running, lambda: len(children(recursive=True)) > 2)
        os.killpg(running.pid, signal.SIGINT)
        told, _ = running.communicate(timeout=PATIENCE_S)
    assert running.returncode == 1
    assert "stopped: 1 of 2 are graded; run the same command to go on" in told
    assert "Traceback" not in told
    assert rows(out) == {"a": "graded", "b": "not graded yet"}


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_command_leaves_nothing_that_the_next_does_not_remove(
    tmp_path: Path, source: Path, ending: signal.Signals
) -> None:
    (source / "a.ipynb").write_bytes(SLOW)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    env = {"TMPDIR": str(temporary)}
    release, out = archive(tmp_path, ONE), tmp_path / "grades"
    with started(words(source, release, out), env) as running:
        # Not Path.glob, which fails where a folder goes while it looks.
        wait_until(running, lambda: glob.glob("*/*/desk", root_dir=temporary))
        running.send_signal(ending)
        running.wait(PATIENCE_S)
    assert list(temporary.glob(f"{FOLDERS}*/trusted"))
    (source / "a.ipynb").write_bytes(GOOD)
    with started(words(source, release, out), env) as running:
        assert running.wait(PATIENCE_S) == 0
    assert list(temporary.iterdir()) == []


def test_a_folder_whose_owner_lives_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    first, second = Scratch("ours-"), Scratch("ours-")
    assert first.folder.is_dir()
    young = tmp_path / "ours-young"
    young.mkdir()
    old = tmp_path / "ours-old"
    old.mkdir()
    os.utime(old, (1, 1))
    third = Scratch("ours-")
    assert young.is_dir()
    assert not old.exists()
    for each in (first, second, third):
        each.remove()
    assert list(tmp_path.iterdir()) == [young]


def test_restarts_leave_no_copies_of_what_was_handed_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "large.bin").write_bytes(bytes(1000))
    crash = "import os\nos._exit(1)"
    (folder / "toy.ipynb").write_bytes(cells(*[crash] * 4, "def f(): return 1"))
    most = 0
    with Engine(archive(tmp_path, ONE)) as engine:
        running = engine.begin(folder)
        assert isinstance(running, Running)
        while not running.advance():
            copies = engine.folder.glob("*/scratch/*")
            most = max(most, len(list(copies)))
        copies = engine.folder.glob("*/scratch/*")
        most = max(most, len(list(copies)))
        running.close()
        assert running.graded.score == 1
    assert most == 1


# --- texts --------------------------------------------------------------------


def test_the_last_line_counts_what_many_have_in_common() -> None:
    statuses = [
        "unreadable: there are 2 different notebooks of toy in it: a (1)/a.ipynb. X",
        "unreadable: there are 2 different notebooks of toy in it: b.d/b.ipynb. X",
        "unreadable: zips lie too deep in it. Unpack them",
        "wrong assignment: the notebook is of 'another' (x)",
    ]
    said = count([Row(Entry("a", None), status) for status in statuses])
    assert said.removeprefix("4 found, 0 graded, 4 not: ").split(", ") == [
        "2 there are 2 different notebooks of toy in it",
        "1 zips lie too deep in it",
        "1 wrong assignment: the notebook is of 'another'",
    ]


def test_texts_are_made_plain() -> None:
    assert one_line("a\tb\nc\x1b\ud83d\u202e é 日") == r"a\tb\nc\x1b\ud83d\u202e é 日"
    assert lines("a\n\x1bb") == "a\n\\x1bb"
    assert json.loads(to_json({"\ud83d": ["\0", ("x",), 1.5, None]})) == {
        r"\ud83d": [r"\x00", ["x"], 1.5, None]
    }
    assert name_of(Path(os.fsdecode(b"caf\xe9\n"))) == r"caf\xe9\n"
