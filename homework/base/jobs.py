"""Run calls in processes of their own, several at once, each with a time limit.

What students write may print, warn, hang or end the process; none of it reaches the
caller.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Tell = Callable[[str], None]

# A fork inherits the imported torch. Elsewhere it is not safe: a job imports it anew.
START = "fork" if sys.platform == "linux" else "spawn"


PATIENCE = 10  # times the limit: then a job ends itself, should its caller be gone


@dataclass(frozen=True)
class Stopped:
    """A call that came to no result."""

    why: str
    at: str  # what it was doing, in the words that it gave to ``tell``


def processors() -> int:
    """Count the processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_jobs(
    work: Callable[[Job, Tell], Result],
    jobs: Sequence[Job],
    *,
    limit: float,
    done: Callable[[Job, Result | Stopped], None] = lambda *_: None,
) -> list[Result | Stopped]:
    """Call ``work(job, tell)`` for every job; return the results in the jobs' order.

    Args:
        work: a function of a module; it may tell what it is doing.
        jobs: the arguments.
        limit: seconds for one job; what it waits for a processor does not count.
        done: called with a job that has ended, and what came of it.

    """
    results: dict[int, Result | Stopped] = {}
    waiting, running = list(enumerate(jobs))[::-1], dict[int, _Running[Result]]()
    try:
        while waiting or running:
            while waiting and len(running) < processors():
                number, job = waiting.pop()
                running[number] = _start(work, job, limit)
            wait([each.pipe for each in running.values()], timeout=0.1)
            for number, each in list(running.items()):
                result = each.result()
                if result is not None:
                    results[number] = result
                    running.pop(number).end()
                    done(jobs[number], result)
    finally:
        for each in running.values():
            each.end()
    return [results[number] for number in range(len(jobs))]


@dataclass
class _Running(Generic[Result]):
    process: BaseProcess
    pipe: Connection
    limit: float
    began: float
    at: str = "its first step"

    def result(self) -> Result | Stopped | None:
        """Look without waiting: a result, why there will be none, or not yet."""
        try:
            while self.pipe.poll():
                kind, value = self.pipe.recv()
                if kind == "result":
                    return value  # type: ignore[no-any-return]
                self.at = value
        except EOFError:
            self.process.join()
            return Stopped(f"ended its process ({self.process.exitcode})", self.at)
        waited = _waited(self.process.pid or 0)
        if time.monotonic() - self.began - waited > self.limit:
            return Stopped(f"took longer than {self.limit:g} s", self.at)
        return None

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _waited(process: int) -> float:
    """Return the seconds in which a process could have run, but others did."""
    try:
        with open(f"/proc/{process}/schedstat", encoding="ascii") as numbers:
            return int(numbers.read().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def _start(
    work: Callable[[Job, Tell], Result], job: Job, limit: float
) -> _Running[Result]:
    context: Any = multiprocessing.get_context(START)
    ours, theirs = context.Pipe(duplex=False)
    arguments = (work, job, theirs, math.ceil(limit * PATIENCE) + 5)
    process = context.Process(target=_run, args=arguments, daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # fork beside idle threads
        process.start()
    theirs.close()
    return _Running(process, ours, limit, time.monotonic())


def _run(
    work: Callable[[Job, Tell], Result], job: Job, pipe: Connection, alarm: int
) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(alarm)  # ends the process when the caller was killed meanwhile
    with open(os.devnull, "w", encoding="utf-8") as nothing:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        for descriptor in (1, 2):
            os.dup2(nothing.fileno(), descriptor)
    pipe.send(("result", work(job, lambda at: pipe.send(("at", at)))))
