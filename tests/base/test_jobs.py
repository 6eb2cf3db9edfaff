"""A job's time is its own: what others take of the processor does not count."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from homework.base.jobs import Stopped, Tell, run_jobs

if sys.platform != "linux":
    pytest.skip("only Linux says who waited", allow_module_level=True)

LOOPS = 8


@contextlib.contextmanager
def one_processor_shared() -> Iterator[None]:
    """Put this process on one processor, and processes that never end beside it."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    loops = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(LOOPS)
    ]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()
        os.sched_setaffinity(0, before)


def _work(seconds: float, _: Tell) -> float:
    while time.process_time() < seconds:
        pass
    return seconds


def _sleep(seconds: float, _: Tell) -> float:
    time.sleep(seconds)
    return seconds


def test_a_job_that_others_keep_waiting_is_not_stopped() -> None:
    with one_processor_shared():
        began = time.monotonic()
        assert run_jobs(_work, [0.7], limit=3.0) == [0.7]
        assert time.monotonic() - began > 3.0  # it had waited longer than its limit


def test_a_job_that_waits_for_nothing_is_stopped() -> None:
    (found,) = run_jobs(_sleep, [60.0], limit=0.5)
    assert found == Stopped("took longer than 0.5 s", "its first step")
