"""Put one source to a question's tests, whatever it does."""

from __future__ import annotations

import resource
import signal
from collections.abc import Container, Iterator
from contextlib import contextmanager
from types import FrameType

from homework.law.evidence import Verdicts
from homework.questions.answers import verdicts
from homework.questions.layout import Assignment, Question

SECONDS_A_MUTANT = 20.0
MEMORY = 4 * 2**30  # bytes that a mutant may map, beside what is mapped already


class TimeIsUp(BaseException):
    """The limit was reached; not an `Exception`, so that no test takes it for one."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt the main thread after ``seconds``.

    Raises:
        TimeIsUp: in the middle of what takes longer.

    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def memory_limit(extra: int = MEMORY) -> Iterator[None]:
    """Let this process map ``extra`` more bytes; beyond them is a `MemoryError`."""
    with open("/proc/self/statm", encoding="ascii") as stream:
        mapped = int(stream.read().split()[0]) * resource.getpagesize()
    before, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + extra, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, most))


def survives(
    assignment: Assignment,
    question: Question,
    source: str,
    only: Container[str] | None = None,
) -> bool:
    """Return whether a source passes every test of the question (or those in ``only``).

    Args:
        assignment: whose notebook is run.
        question: the question.
        source: what stands in the place of its solution.
        only: names of tests; by default all.

    """
    try:
        with time_limit(SECONDS_A_MUTANT):
            seen: Verdicts = verdicts(assignment, question, source, only)
    except TimeIsUp:
        return False
    return not any(seen.values())
