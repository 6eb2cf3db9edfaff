"""Grade submissions of one assignment: what the commands call.

`Engine` starts the warm processes of `server` once; a submission is then a few forks.
Results are complete after every question, so a crash loses at most one.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

import homework
from homework.base.scratch import Scratch, remove
from homework.base.texts import name_of
from homework.grading.events import LONGEST_LINE, EventError, read_event
from homework.grading.handed_in import HandedIn, SubmissionError
from homework.grading.orders import DATA, SEED, Times, send, take
from homework.grading.package import Package, unpack
from homework.grading.packages import UNLIMITED
from homework.grading.reader import read
from homework.grading.sandbox.sandbox import (
    MEGABYTE,
    Level,
    Limits,
    SandboxError,
    spare_user,
    strongest,
)

FOLDERS = "homework-grading-"
VERSION = 3  # of the engine: results of another version are not kept
GRACE_S = 30.0  # on top of a submission's time, before its grader is ended
MOST_TRIES = 2
# Set before any import: a fork beside threads can hang.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
# New pages of memory cost more than copying: take used ones, or take many at once.
MEMORY = "mmap_threshold=67108864", "trim_threshold=134217728", "hugetlb=1"
TUNABLES = ":".join(f"glibc.malloc.{each}" for each in MEMORY)
WAS_ENDED = "not graded: the grader was ended"
VERSIONS = ("homework", "otter-grader", "autograd", "numpy", "torch", "ipython")


@dataclass
class Graded:
    """One graded submission.

    Attributes:
        submission: its file's name.
        status: "graded", or in words why not; then there is no score.
        questions: by name: score, possible, and a row for each test (name, label,
            points, hidden, passed, sentence, message, seconds).
        layers: of the sandbox that were active.
        errors: of cells: the cell's number and the error.
        leaderboard: numbers that public tests entered into it, by name.
        numbers: likewise of hidden tests, for when grades are published.
        starved: whether something was stopped by the clock on the wall that hardly had
            the processor.
        seconds: from the start to the end.
        digest: of the submission.
        remarks: sentences about what was handed in.
        receipt: what came, in the numbers of the student's own receipt.
        versions: of what graded it, where another machine did.

    """

    submission: str
    status: str = ""
    questions: dict[str, dict[str, Any]] = field(default_factory=dict)
    layers: list[str] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    leaderboard: dict[str, float] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    starved: bool = False
    seconds: float = 0.0
    digest: str = ""
    remarks: list[str] = field(default_factory=list)
    receipt: str = ""
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def is_graded(self) -> bool:
        """Whether there is a score."""
        return self.status == "graded"

    @property
    def score(self) -> float:
        """The points of all questions together."""
        return float(sum(each["score"] for each in self.questions.values()))

    @property
    def possible(self) -> float:
        """What all questions together are worth."""
        return float(sum(each["possible"] for each in self.questions.values()))

    def record(self, package: Package, level: Level) -> dict[str, Any]:
        """Return everything as plain values for JSON."""
        return {
            **vars(self),
            "score": self.score if self.is_graded else None,
            "possible": self.possible if self.is_graded else None,
            "assignment": package.assignment,
            "release": package.digest,
            "engine": VERSION,
            "level": level.name,
            "versions": self.versions or {name: _version(name) for name in VERSIONS},
        }


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except ImportError:
        return ""


def _joined(packages: tuple[str, ...] | None) -> str:
    return UNLIMITED if packages is None else ",".join(packages)


class Running:
    """A submission that is being graded."""

    def __init__(
        self,
        graded: Graded,
        worth: Callable[[], Mapping[str, float]],
        events: int,
        leash: int,
        folder: Path,
        ends: float,
        processor: int,
    ) -> None:
        self.graded, self._worth = graded, worth
        self.events, self._leash = events, leash
        self.ends, self.processor = ends, processor
        self._folder, self._rest = folder, b""
        self._began = time.monotonic()
        self.is_closed = False

    def fileno(self) -> int:
        """Return what to poll."""
        return self.events

    def advance(self) -> bool:
        """Take in what has come; say whether that was the end."""
        data = os.read(self.events, 2**20)
        *lines, self._rest = (self._rest + data).split(b"\n")
        try:
            for line in lines:
                self._take(read_event(line, self._worth()))
            if len(self._rest) > LONGEST_LINE:
                raise EventError("it is too long")
        except EventError as error:
            self._let_go()
            self.graded.questions.clear()
            self.graded.status = f"not graded: the grader told nonsense: {error}"
            return True
        self.graded.seconds = round(time.monotonic() - self._began, 3)
        return not data

    def _take(self, event: dict[str, Any]) -> None:
        if "question" in event:
            self.graded.questions[event["question"]["name"]] = event["question"]
        for name in event.keys() - {"question"}:
            setattr(self.graded, name, event[name])

    def stop(self) -> None:
        """End the grader, and with it the worker."""
        self._let_go()
        self.graded.status = "not graded: the time for the submission is over"

    def _let_go(self) -> None:
        if self._leash >= 0:
            os.close(self._leash)
            self._leash = -1

    def close(self) -> None:
        """Remove everything but the result."""
        self.is_closed = True
        self._let_go()
        os.close(self.events)
        remove(self._folder)
        if not self.graded.status:
            self.graded.status = WAS_ENDED


class Engine:
    """The processes that grade one assignment.

    Args:
        archive: the zip for Gradescope.
        level: of the sandbox; by default the strongest there is.
        limits: of the student's processes.
        times: how long things may take; by default what the zip says.

    Attributes:
        only: questions whose tests run; ``None`` for all.

    Raises:
        HomeworkError: when the archive is none.
        SandboxError: when the level cannot be had.

    """

    def __init__(
        self,
        archive: Path,
        *,
        level: Level | None = None,
        limits: Limits | None = None,
        times: Times | None = None,
    ) -> None:
        self.only: tuple[str, ...] | None = None
        self.level = level or strongest()
        if self.level > strongest():
            raise SandboxError(
                f"{self.level.name} cannot be had here, only {strongest().name}."
            )
        self.running: list[Running] = []
        self.scratch = Scratch(FOLDERS)
        self.folder = self.scratch.folder
        self.folder.chmod(0o755)
        try:
            self.group = spare_user() if os.geteuid() == 0 else None
            self.package = unpack(archive, self.folder, self.group)
            settings = self.package.settings
            self.limits = limits or Limits(**settings.get("limits", {}))
            self.times = times or Times(**settings.get("times", {}))
            self._start()
        except BaseException:
            self.scratch.remove()
            raise

    def _start(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-P", "-m", "homework.grading.server"]
        command += [str(theirs.fileno())]
        command += map(str, (self.package.trusted, self.package.public))
        command.append(_joined(self.package.packages))
        self.server = subprocess.Popen(
            [*command, *self.package.preload],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={
                **os.environ,
                **dict.fromkeys(THREADS, "1"),
                "GLIBC_TUNABLES": TUNABLES,
            },
            cwd=self.folder,
            umask=0o022,  # the student's process is another user
            process_group=0,  # Ctrl-C is for this process; that one ends with it
        )
        theirs.close()
        self.control = ours
        self._points: dict[str, float] = {}

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes and remove all files."""
        self._stop()
        self.scratch.remove()

    def _stop(self) -> None:
        self.control.close()
        try:
            self.server.wait(15)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()

    def begin(self, submission: Path | HandedIn) -> Running | Graded:
        """Start on a submission; one that cannot be read is done at once."""
        if isinstance(submission, HandedIn):
            return self._begin(Graded(""), submission)
        graded = Graded(name_of(submission))
        package = self.package
        try:
            return self._begin(
                graded,
                read(
                    submission,
                    package.assignment,
                    package.untouched,
                    level=self.level,
                ),
            )
        except SubmissionError as error:
            graded.status = str(error)
            return graded

    def _begin(self, graded: Graded, handed_in: HandedIn) -> Running | Graded:
        graded.digest = handed_in.digest
        graded.remarks = list(handed_in.remarks)
        graded.receipt = handed_in.receipt
        if handed_in.size > self.limits.file_mb * MEGABYTE:
            graded.status = (
                f"unreadable: it is too large ({handed_in.size // MEGABYTE} MB, and "
                f"{self.limits.file_mb} MB are allowed)"
            )
            return graded
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        folder.chmod(0o755)
        processor = self._least_used()
        for name in ("desk", "scratch"):
            (folder / name).mkdir()
        self._lay_out(folder / "handed_in", handed_in)
        whole = handed_in.whole or handed_in.notebook
        job = self._job(folder, processor, whole)
        events, their_events = os.pipe()
        their_leash, leash = os.pipe()
        try:
            send(self.control, job, [their_events, their_leash])
        except OSError:  # somebody ended the parents of all graders
            self._stop()
            self._start()
            send(self.control, job, [their_events, their_leash])
        os.close(their_events)
        os.close(their_leash)
        ends = time.monotonic() + self.times.on_the_wall + GRACE_S
        running = Running(graded, self._worth, events, leash, folder, ends, processor)
        self.running.append(running)
        return running

    def _job(self, folder: Path, processor: int, notebook: bytes) -> dict[str, Any]:
        config = self.package.config
        ours = [str(path) for path in homework.__path__]
        common = {
            "handed_in": str(folder / "handed_in"),
            "level": int(self.level),
            "processor": processor,
        }
        order = {
            **common,
            "scratch": str(folder / "scratch"),
            "readable": [str(self.package.public), *ours],
            "path": [str(self.package.public)],
            "limits": asdict(self.limits),
        }
        return {
            **common,
            "desk": str(folder / "desk"),
            "readable": ours,
            "group": self.group,
            "assignment": self.package.assignment,
            "times": asdict(self.times),
            "cases": int(os.environ.get(SEED) or self.package.seed(notebook)),
            "seed": config.get("seed"),
            "seed_variable": config.get("seed_variable"),
            "only": self.only,
            "order": order,
        }

    def _worth(self) -> Mapping[str, float]:
        """Return what questions are worth, as who read the tests said at the start."""
        if not self._points:
            self._points = take(self.control)[0] or {}
        return self._points

    def _least_used(self) -> int:
        """Choose a processor for a grader and its worker.

        They take turns, so one is enough, and on one a turn costs a third of the time.
        """
        self.running = [each for each in self.running if not each.is_closed]
        taken = Counter(each.processor for each in self.running)
        processors = list(os.sched_getaffinity(0))
        random.shuffle(processors)  # others may grade on this machine too
        return min(processors, key=taken.__getitem__)

    def _lay_out(self, folder: Path, handed_in: HandedIn) -> None:
        """Write what was handed in; what is ours wins over what is theirs."""
        folder.mkdir(mode=0o700)
        notebook = folder / f"{self.package.assignment}.ipynb"
        notebook.write_bytes(handed_in.notebook)
        beside = self.package.public / DATA
        if beside.is_dir():
            shutil.copytree(beside, folder / DATA)
        ours = {path.name for path in (self.package.trusted / "files").iterdir()}
        for name, data in handed_in.files.items():
            if PurePosixPath(name).parts[0] not in {*ours, notebook.name}:
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

    def grade(
        self,
        submission: Path | HandedIn,
        tell: Callable[[Graded], None] = lambda _: None,
    ) -> Graded:
        """Grade one submission and wait; ``tell`` is called when something is new."""
        for _ in range(MOST_TRIES):
            running = self.begin(submission)
            if isinstance(running, Graded):
                return running
            with _alarm_at(running):
                while not running.advance():
                    tell(running.graded)
            running.close()
            graded = running.graded
            if graded.status != WAS_ENDED:
                break
        return graded


@contextlib.contextmanager
def _alarm_at(running: Running) -> Iterator[None]:
    """End a submission that has no time left."""

    def over(*_: Any) -> None:
        running.stop()

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, max(running.ends - time.monotonic(), 0.01))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def grade(archive: Path, submission: Path, **options: Any) -> Graded:
    """Grade one submission with processes of its own; options as for `Engine`."""
    with Engine(archive, **options) as engine:
        return engine.grade(submission)
