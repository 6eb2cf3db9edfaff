"""`homework grade --cluster`: a real scheduler, real workers, and what kills them."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.cli import main as command
from tests.classroom.test_command import lines, records, with_canaries
from tests.grading_toys import archive, case, cells

QUESTIONS: dict[str, Iterable[str]] = {
    "q1_double": [
        case("test_two", "double", "assert double(2) == 4", points=2, hidden=False),
        case("test_sign", "double", "assert double(-1) == -2", points=1),
    ],
    "q2_half": [case("test_half", "half", "assert half(4) == 2", points=3)],
}
RIGHT = "def double(x): return 2 * x", "def half(x): return x / 2"
WRONG = "def double(x): return x * x", "def half(x): return x"
# No submission can end a worker from inside its sandbox, so this one has an accomplice.
POISON = "WHO READS THIS DIES"
ACCOMPLICE = f"""
import os
import signal

from homework.classroom import seats

honest = getattr(seats, "honest", seats.grade)  # Dask loads this file twice


def grade(name, submission):
    if {POISON!r}.encode() in submission:
        os.kill(os.getpid(), signal.SIGKILL)
    return honest(name, submission)


seats.honest, seats.grade = honest, grade
"""


class Machines:
    """A scheduler and three workers, each of which its nanny starts again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.address = folder, folder / "scheduler.json"
        (folder / "accomplice.py").write_text(ACCOMPLICE, encoding="utf-8")
        self._environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        self.processes = [self._start("scheduler", "--port", "0")]
        for places in (1, 1, 2):
            words = ["--preload", "accomplice.py", "--nthreads", str(places)]
            words += ["--local-directory", str(folder)]
            self.processes.append(self._start("worker", *words))

    def _start(self, what: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--no-dashboard"]
        where = ["--scheduler-file", str(self.address), "--host", "127.0.0.1"]
        with (self.folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(
                [*command, *where, *words],
                cwd=self.folder,
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    def kill_a_busy_one(self) -> None:
        """Kill a worker's process while something runs on it."""
        until = time.monotonic() + 300  # the others may just be starting again
        while time.monotonic() < until:
            for nanny in self.processes[1:]:
                for worker in psutil.Process(nanny.pid).children():
                    if any("homework" in " ".join(_line(p)) for p in _children(worker)):
                        worker.send_signal(signal.SIGKILL)
                        return
            time.sleep(0.05)
        raise AssertionError("no worker is at work")

    def stop(self) -> None:
        """End all of them."""
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _children(process: psutil.Process) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return list(process.children())
    return []


def _line(process: psutil.Process) -> list[str]:
    with suppress(psutil.NoSuchProcess):
        return list(process.cmdline())
    return []


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    folder = tmp_path / "machines"
    folder.mkdir()
    made = Machines(folder)
    yield made
    made.stop()


def grade(*words: object) -> subprocess.Popen[str]:
    """Start the command; a client has threads, and a test process should have none."""
    return subprocess.Popen(
        [sys.executable, "-m", "homework", "grade", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def handed_in(folder: Path) -> Path:
    """Write a class: each takes a while, one is broken, one is poisoned."""
    folder.mkdir()
    for number in range(8):
        double, half = RIGHT if number % 3 else WRONG
        slowly = f"import time\ntime.sleep(1.5)\nwho = {number}"
        made = cells(slowly, double, half if number % 2 else "half = None")
        (folder / f"student{number}.ipynb").write_bytes(made)
    (folder / "broken.ipynb").write_bytes(b"{")
    (folder / "eve.ipynb").write_bytes(cells(f"# {POISON}", *RIGHT))
    return folder


@pytest.mark.slow
def test_a_cluster_gives_what_one_machine_gives_whoever_dies(
    tmp_path: Path, machines: Machines
) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    with_canaries(zipped, cells(*RIGHT), cells("pass"), "toy")
    source, here, there = handed_in(tmp_path / "in"), tmp_path / "a", tmp_path / "b"
    words = (source, "-a", zipped, "--level", "limits", "-o")
    away = grade(*words, there, "--cluster", machines.address)
    until = time.monotonic() + 300
    while len(records(there)) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    machines.kill_a_busy_one()
    said = away.communicate(timeout=600)[0]
    assert away.returncode == 1, said
    at_home = grade(*words, here)
    assert at_home.communicate(timeout=600)[0]

    assert "eve: set aside: its worker was lost twice (tcp://" in said
    assert "10 found, 8 graded, 2 not" in said
    assert "Traceback" not in said
    (eve,) = (line for line in lines(there) if line["submission"] == "eve")
    assert eve["score"] == ""
    others = [
        [line for line in lines(out) if line["submission"] != "eve"]
        for out in (here, there)
    ]
    assert others[0] == others[1]
    assert {line["score"] for line in others[1]} == {"", "2.0", "3.0", "6.0"}

    # What was graded is kept, and who was set aside is tried again, at home too.
    again = grade(*words, there)
    assert "8 kept, 2 graded anew" in again.communicate(timeout=600)[0]
    assert {line["score"] for line in lines(there)} == {"", "2.0", "3.0", "6.0"}


@pytest.mark.slow
def test_a_worker_that_cannot_is_no_reason_for_a_traceback(
    tmp_path: Path, machines: Machines
) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    with_canaries(zipped, cells(*WRONG), cells("pass"), "toy")
    source = handed_in(tmp_path / "in")
    words = (source, "-a", zipped, "--level", "limits", "-o", tmp_path / "out")
    done = grade(*words, "--cluster", machines.address)
    said = done.communicate(timeout=600)[0]
    assert done.returncode == 2, said
    assert "the right submission gets 2 of 6 points" in said
    assert "No score is published" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out" / "scores.csv").exists()


def call(tmp_path: Path, *words: str) -> tuple[int, str]:
    """Call the command on one submission, in this process."""
    (tmp_path / "ada.ipynb").write_bytes(cells(*RIGHT))
    zipped, out = archive(tmp_path, QUESTIONS), tmp_path / "out"
    given = [str(tmp_path / "ada.ipynb"), "-a", str(zipped), "-o", str(out)]
    done = CliRunner().invoke(command, ["grade", *given, "--level", "limits", *words])
    return done.exit_code, " ".join(done.output.split())


def test_no_scheduler_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setattr("homework.classroom.cluster.CONNECT_S", 1)
    code, said = call(tmp_path, "--cluster", "tcp://127.0.0.1:1")
    assert code == 2
    assert "tcp://127.0.0.1:1: is no scheduler that answers" in said
    code, said = call(tmp_path, "--cluster", "what://is:this")
    assert code == 2
    assert "is no address of a scheduler" in said


def test_without_dask_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, said = call(tmp_path, "--cluster", "tcp://127.0.0.1:1")
    assert code == 2
    assert "needs Dask, which is not installed. Install it: `pip install" in said


@pytest.mark.parametrize(
    ("system", "name"), [("Darwin", "macOS"), ("Windows", "Windows")]
)
def test_other_systems_are_told_at_once_and_shown_a_road(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, name: str
) -> None:
    monkeypatch.setattr(sys, "platform", system.lower())
    monkeypatch.setattr(platform, "system", lambda: system)
    code, said = call(tmp_path)
    assert code == 2
    assert f"cannot shut a submission in on {name}" in said
    assert "docs/cluster.md" in said
    assert "it promises nothing" in said
    assert not (tmp_path / "out").exists()
