"""Gradescope on this machine: its folders, its order of steps, its container's limits.

As root, the steps run with the privileges that a container gives root, and in control
groups with the container's memory and processor time. Without root, time is limited
and the rest is not; the result says so.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.box import SIMPLE
from rich.table import Table

from homework.base.errors import HomeworkError
from homework.base.scratch import Scratch, remove
from homework.grading.sandbox import libc, seccomp

MEGABYTE = 1_000_000
POINTS = ("score", "max_score")
PERIOD_US = 100_000
SAMPLE_S = 0.05
GROUPS = Path("/sys/fs/cgroup")
# What docker gives root in a container, and the calls that it keeps from it.
CAPABILITIES = 0xA80425FB
REFUSED = ("unshare", "mount", "umount2", "setns", "pivot_root")
# Of this machine's environment, what an installation needs to find its packages.
PASSED_ON = ("PIP_", "UV_", "SSL_", "HTTP", "http", "REQUESTS_")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
METADATA = {
    "id": 123456789,
    "created_at": "2026-11-21T12:00:00.000000-08:00",
    "assignment": {
        "due_date": "2026-11-30T23:59:00.000000-08:00",
        "group_size": None,
        "group_submission": False,
        "id": 12345,
        "course_id": 1234,
        "late_due_date": None,
        "release_date": "2026-11-01T00:00:00.000000-08:00",
        "title": "A homework",
        "total_points": "100.0",
    },
    "submission_method": "upload",
    "users": [{"email": "student@example.edu", "id": 1234, "name": "A. Student"}],
    "previous_submissions": [],
}


@dataclass(frozen=True)
class Container:
    """Gradescope's smallest container, which is also the default one."""

    memory_mb: float = 750
    cpus: float = 0.5
    seconds: float = 600


@dataclass
class Outcome:
    """What a submission got, and at what cost.

    Attributes:
        results: of results.json, as Gradescope would read it.
        setup_s: seconds that setup.sh took.
        seconds: that run_autograder took.
        peak_mb: most memory that all its processes had at once; None if not measured.
        cpu_s: seconds of processor time that they took; None if not measured.
        stdout: of run_autograder.
        weaker: in words, in what this differs from Gradescope.

    """

    results: dict[str, Any]
    setup_s: float
    seconds: float
    peak_mb: float | None
    cpu_s: float | None
    stdout: str
    weaker: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The total that Gradescope would show: `score`, else the tests' sum."""
        given = (test.get("score", 0) for test in self.results["tests"])
        return float(self.results.get("score", sum(given)))

    @property
    def summary(self) -> str:
        """The total, and what it cost."""
        peak = f", {self.peak_mb:.0f} MB at most" if self.peak_mb is not None else ""
        cpu = f" ({self.cpu_s:.1f} s of a processor)" if self.cpu_s is not None else ""
        return (
            f"{self.score:g} points; setup.sh {self.setup_s:.1f} s, "
            f"run_autograder {self.seconds:.1f} s{cpu}{peak}"
        )


def run(
    archive: Path,
    submission: Path,
    *,
    install: bool = False,
    container: Container = Container(),
    tell: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Set a zip up and grade a submission, as Gradescope does.

    Args:
        archive: the zip for Gradescope.
        submission: what is uploaded: a notebook, a zip, or a folder of files.
        install: whether setup.sh installs Python's packages anew; otherwise it takes
            this interpreter's.
        container: the limits.
        tell: is told each step.

    Raises:
        HomeworkError: when setup.sh fails, or there is no results.json.

    """
    with image(archive, install=install, tell=tell) as made:
        tell("run_autograder")
        return made.grade(submission, container)


@dataclass(frozen=True)
class Image:
    """A zip that is set up: each submission begins with it as it is.

    Attributes:
        root: in the place of /autograder.
        archive: the zip.
        setup_s: seconds that setup.sh took.

    """

    root: Path
    archive: Path
    setup_s: float

    def grade(self, submission: Path, container: Container = Container()) -> Outcome:
        """Grade a submission; parameters and errors are those of `run`."""
        for name in ("submission", "results"):
            remove(self.root / name)
            (self.root / name).mkdir()
        _upload(submission, self.root / "submission")
        metadata = json.dumps(METADATA, indent=1)
        (self.root / "submission_metadata.json").write_text(metadata, encoding="utf-8")
        return _grade(self.root, self.archive, container, self.setup_s)


@contextlib.contextmanager
def image(
    archive: Path,
    *,
    install: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Image]:
    """Set a zip up; parameters and errors are those of `run`."""
    with Scratch("homework-gradescope-") as folder:
        root = folder / "autograder"
        (root / "source").mkdir(parents=True)
        folder.chmod(0o755)
        tell("unpack")
        _unpack(archive, root / "source", "Name a zip for Gradescope.")
        shutil.copy(root / "source" / "run_autograder", root)
        tell("setup.sh")
        yield Image(root, archive, _set_up(root, archive, install=install))


def _unpack(archive: Path, folder: Path, remedy: str) -> None:
    try:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
    except (OSError, zipfile.BadZipFile) as error:
        raise HomeworkError(archive, f"is no zip ({error}).", remedy) from error


def _upload(submission: Path, folder: Path) -> None:
    """Put files where Gradescope does; it unpacks a zip that comes alone."""
    if submission.is_dir():
        shutil.copytree(submission, folder, dirs_exist_ok=True)
    elif zipfile.is_zipfile(submission):
        _unpack(submission, folder, "Name a notebook, a zip or a folder.")
    elif submission.exists():
        shutil.copy(submission, folder)
    else:
        raise HomeworkError(submission, "does not exist.", "Name what is handed in.")


def _set_up(root: Path, archive: Path, *, install: bool) -> float:
    environment = _environment()
    if install:
        environment["PATH"] = os.environ["PATH"]  # a Python may lie anywhere here
    else:
        environment["HOMEWORK_ENVIRONMENT"] = sys.prefix
    began = time.perf_counter()
    done = subprocess.run(
        ["bash", str(root / "source" / "setup.sh")],
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        preexec_fn=drop_privileges,
    )
    if done.returncode:
        last = "\n    ".join(done.stdout.strip().splitlines()[-12:])
        raise HomeworkError(
            archive,
            f"has a setup.sh that failed. Its last lines:\n    {last}\n",
            "Mend what they name and run `homework release`.",
        )
    return time.perf_counter() - began


def _environment() -> dict[str, str]:
    passed = {k: v for k, v in os.environ.items() if k.startswith(PASSED_ON)}
    return {"PATH": PATH, "HOME": "/root", "LANG": "C.UTF-8", **passed}


def _grade(root: Path, archive: Path, container: Container, setup_s: float) -> Outcome:
    results = root / "results" / "results.json"
    weaker: list[str] = []
    with _group(container, weaker) as group:
        began = time.perf_counter()
        with open(root / "results" / "stdout", "wb") as stdout, group.watched():
            process = subprocess.Popen(
                ["bash", str(root / "run_autograder")],
                cwd=root,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=subprocess.STDOUT,
                preexec_fn=lambda: _confine(group),
                start_new_session=True,
            )
            try:
                process.wait(container.seconds)
            except subprocess.TimeoutExpired as error:
                os.killpg(process.pid, 9)
                process.wait()
                raise HomeworkError(
                    archive,
                    f"took longer than {container.seconds:g} s for this submission.",
                    "Lower the limits in otter_config.json, or choose a larger "
                    "container on Gradescope.",
                ) from error
        seconds, cpu_s = time.perf_counter() - began, group.cpu_s()
    said = (root / "results" / "stdout").read_text("utf-8", "replace")
    try:
        read = json.loads(results.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise HomeworkError(
            archive,
            f"wrote no results.json ({error}). It said:\n{said[-2000:]}",
            "On Gradescope: 'The autograder failed to execute correctly'.",
        ) from error
    if os.geteuid() != 0:
        weaker.append("It ran as an ordinary user, not as a container's root.")
    return Outcome(read, setup_s, seconds, group.peak_mb, cpu_s, said, weaker)


def _confine(group: Group) -> None:
    """Become what a container's root is; called between fork and exec."""
    group.join()
    drop_privileges()


def drop_privileges() -> None:
    """Keep of root's privileges those that it has in a container."""
    if os.geteuid() == 0:
        seccomp.refuse(REFUSED)
        libc.bound_capabilities(CAPABILITIES)
        libc.hold_capabilities(0)  # it gets the bounded ones back with exec


def table(outcome: Outcome) -> Table:
    """Make a table of the entries, in Gradescope's order."""
    made = Table(box=SIMPLE, pad_edge=False)
    for heading in ("", "test", "points", "of", "students see it", ""):
        made.add_column(
            heading, justify="right" if heading in ("points", "of") else "left"
        )
    for test in outcome.results["tests"]:
        points = [f"{test[key]:g}" if key in test else "" for key in POINTS]
        seen = (
            "when published" if test["visibility"] == "after_published" else "at once"
        )
        made.add_row(test["number"], test["name"], *points, seen, test["status"])
    return made


# --- limits -------------------------------------------------------------------


class Group:
    """Control groups for one run; without any, nothing is limited."""

    def __init__(self, folders: list[Path]) -> None:
        self.folders = folders
        self.peak_mb: float | None = None

    def join(self) -> None:
        """Put the calling process into the groups."""
        for folder in self.folders:
            (folder / "cgroup.procs").write_text(str(os.getpid()), encoding="utf-8")

    def memory_mb(self) -> float | None:
        """Return what the processes hold now, without what was cached of files."""
        for folder in self.folders:
            with contextlib.suppress(OSError):
                lines = (folder / "memory.stat").read_text("utf-8").splitlines()
                found = {name: int(count) for name, count in map(str.split, lines)}
                # The first version of control groups, or the second.
                names = ("total_rss", "total_shmem") * ("total_rss" in found)
                names = names or ("anon", "shmem")
                return sum(found.get(name, 0) for name in names) / MEGABYTE
        return None

    def cpu_s(self) -> float | None:
        """Return the processor time that was taken, in seconds."""
        for folder in self.folders:
            with contextlib.suppress(OSError):
                return int((folder / "cpuacct.usage").read_text("utf-8")) / 1e9
        for folder in self.folders:
            with contextlib.suppress(OSError):
                first, count, *_ = (folder / "cpu.stat").read_text("utf-8").split()
                return int(count) / 1e6 if first == "usage_usec" else None
        return None

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Keep the peak of the memory, sampled twenty times a second."""
        over = threading.Event()

        def watch() -> None:
            while not over.wait(SAMPLE_S):
                now = self.memory_mb()
                if now is not None:
                    self.peak_mb = max(now, self.peak_mb or 0)

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()


@contextlib.contextmanager
def _group(container: Container, weaker: list[str]) -> Iterator[Group]:
    """Make control groups with the container's limits, where this user may."""
    name = f"homework-{os.getpid()}"
    memory = str(int(container.memory_mb * MEGABYTE))
    quota = int(container.cpus * PERIOD_US)
    if (GROUPS / "cgroup.controllers").exists():
        limits = {
            GROUPS / name: {
                "memory.max": memory,
                "memory.swap.max": "0",
                "cpu.max": f"{quota} {PERIOD_US}",
            }
        }
    else:
        limits = {
            GROUPS / "memory" / name: {"memory.limit_in_bytes": memory},
            GROUPS / "cpuacct" / name: {},
            GROUPS / "cpu" / name: {
                "cpu.cfs_period_us": str(PERIOD_US),
                "cpu.cfs_quota_us": str(quota),
            },
        }
    made: list[Path] = []
    try:
        try:
            for folder, settings in limits.items():
                if not folder.exists():  # two kinds can share a folder
                    folder.mkdir()
                    made.append(folder)
                for setting, value in settings.items():
                    (folder / setting).write_text(value, encoding="utf-8")
        except OSError as error:
            weaker.append(f"Memory and processor time were not limited: {error}.")
        yield Group(list(made) if not weaker else [])
    finally:
        for folder in made:
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a control group once its last process is gone."""
    for _ in range(100):
        try:
            folder.rmdir()
        except OSError:
            time.sleep(0.05)
        else:
            return
