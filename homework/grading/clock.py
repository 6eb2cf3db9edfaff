"""The clock of a grading: processor time, and a generous clock on the wall behind.

What counts are the seconds that the submission's processes and its grader have used, so
that a busy machine takes nobody's points. What sleeps is stopped by the clock on the
wall; so is, much later, what hardly gets the processor, and that need not be its fault.
"""

from __future__ import annotations

import math
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from homework.grading.orders import Times
from homework.grading.wire.remotes import LostError

SOONEST_S = 0.05  # to look again
AWAKE = 0.02  # share of the processor that even a crowded machine gives
NAP = 2  # how many times its seconds something may sleep
TICKS = os.sysconf("SC_CLK_TCK")  # of /proc, a second


class TimeOverError(LostError):
    """The worker took too long.

    Attributes:
        starved: whether it may just have waited for the processor.

    """

    def __init__(self, why: str, *, starved: bool = False) -> None:
        super().__init__(why)
        self.starved = starved


@dataclass
class Budget:
    """What something may use, from a moment on."""

    what: str
    seconds: float
    began: float  # as `time.monotonic`
    began_used: float  # as `Clock.used`

    def move(self, wall: float, used: float) -> None:
        """Leave out seconds that were others'."""
        self.began += wall
        self.began_used += used


class Clock:
    """Bounds what runs; one thing at a time, with others inside it.

    Args:
        times: the settings.
        lose: is told why, before something is stopped.

    Attributes:
        starved: whether the submission as a whole was stopped by the clock on the wall
            while it was awake.

    """

    def __init__(
        self, times: Times, lose: Callable[[str], None] = lambda _: None
    ) -> None:
        self._lose = lose
        self.starved = False
        self._times = times
        self._meter: Callable[[], float] = lambda: 0.0
        self._before = 0.0  # used by workers that have ended
        self._budget: Budget | None = None
        self._began, self._began_used = time.monotonic(), self.used()
        self.allow(1.0)
        signal.signal(signal.SIGALRM, self._ring)

    def allow(self, share: float) -> None:
        """Let the submission use a share of its time, from its beginning."""
        self._ends = self._began + share * self._times.on_the_wall
        self._most = self._began_used + share * self._times.submission

    def used(self) -> float:
        """Return the seconds that were used so far."""
        return self._before + self._meter() + time.process_time()

    @property
    def is_over(self) -> bool:
        """Whether the submission has no time left."""
        return self.used() >= self._most or time.monotonic() >= self._ends

    def measure(self, meter: Callable[[], float]) -> None:
        """Count the seconds of a new worker."""
        self._before += self._meter()
        self._meter = meter

    def limit(self, seconds: float, what: str) -> None:
        """Let something run for so long from now on; it replaces what ran before.

        Args:
            seconds: of the processor.
            what: it is, as the beginning of a sentence.

        Raises:
            LostError: when the submission has no time left.

        """
        if self.is_over:
            raise LostError("the time for the whole submission is over")
        self._budget = Budget(what, seconds, time.monotonic(), self.used())
        self._look(self._budget)

    def stop(self) -> None:
        """Bound nothing any more."""
        self._budget = None
        signal.setitimer(signal.ITIMER_REAL, 0)

    @contextmanager
    def within(self, seconds: float, what: str) -> Iterator[None]:
        """Bound something, as `limit`; what ran before goes on with its own time."""
        outer, used, now = self._budget, self.used(), time.monotonic()
        self.limit(seconds, what)
        try:
            yield
        finally:
            self.stop()
            if outer:
                outer.move(time.monotonic() - now, self.used() - used)
                self._budget = outer
                signal.setitimer(signal.ITIMER_REAL, SOONEST_S)

    def _ring(self, *_: Any) -> None:
        if self._budget:
            self._look(self._budget)

    def _look(self, budget: Budget) -> None:
        """Stop what has no time left; else look again when that can be at the earliest.

        Raises:
            TimeOverError: when there is none.

        """
        now, used = time.monotonic(), self.used()
        passed, spent = now - budget.began, used - budget.began_used
        if used >= self._most or now >= self._ends:
            asleep = used - self._began_used < AWAKE * (now - self._began)
            self.starved |= used < self._most and not asleep
            raise self._over("the time for the submission is over")
        if spent >= budget.seconds:
            raise self._over(f"{budget.what} took longer than {budget.seconds:g} s")
        nap, longest = (budget.seconds * n for n in (NAP, self._times.patience))
        if passed >= nap and spent < AWAKE * passed:
            raise self._over(f"{budget.what} did not end within {nap:g} s")
        if passed >= longest:
            why = f"{budget.what} did not end within {longest:g} s"
            raise self._over(why, starved=True)
        ends = min(each for each in (nap, longest) if each > passed) - passed
        wait = min(budget.seconds - spent, self._most - used, self._ends - now, ends)
        signal.setitimer(signal.ITIMER_REAL, max(wait, SOONEST_S))

    def _over(self, why: str, *, starved: bool = False) -> TimeOverError:
        self._lose(why)
        return TimeOverError(why, starved=starved)


def meter(*descriptors: int) -> Callable[[], float]:
    """Return what reads the seconds of the processor from open files.

    Args:
        descriptors: of a control group's account; or of a process's ``stat``, which
            counts its threads and the children that it waited for, and of a file with
            the nanoseconds of all processes, which is written now and then. Of several
            numbers the largest counts.

    """
    last = 0.0

    def read() -> float:
        nonlocal last
        for descriptor in descriptors:
            with suppress(OSError):  # the process has ended
                said = os.pread(descriptor, 4096, 0).decode()
                last = max(last, _seconds(said))
        return last

    return read


def _seconds(text: str) -> float:
    if text.startswith("usage_usec"):
        return int(text.split()[1]) / 1e6
    if ")" in text:
        return sum(map(int, text.rpartition(")")[2].split()[11:15])) / TICKS
    return int(text) / 1e9 if text.strip().isdigit() else math.inf
