"""What a worker of a cluster does: it keeps seats, and hands them submissions.

These functions are called by Dask, by their names. Bytes and texts come in, and bytes
of JSON go out; nothing is unpickled that a submission had to do with.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import wraps
from typing import IO, Any

from homework.classroom.seat import get, put

_lock = threading.Lock()  # a worker may have several threads, and so several seats
_releases: dict[str, tuple[bytes, bytes]] = {}
_idle: dict[str, list[Seat]] = {}


class Seat:
    """A process that grades.

    Args:
        order: how, as JSON.
        release: the zip for Gradescope.

    """

    def __init__(self, order: bytes, release: bytes) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "homework.classroom.seat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,  # Ctrl-C is for the worker; this one ends with it
        )
        self.hello = self._ask(order, release)

    def grade(self, submission: bytes) -> dict[str, Any]:
        """Return the record of a submission, or how the process ended over it."""
        return self._ask(submission)

    def _ask(self, *frames: bytes) -> dict[str, Any]:
        given, taken = self._pipes
        try:
            for frame in frames:
                put(given, frame)
            said = get(taken)
        except OSError:
            said = None
        if said is None:
            self.close()
            return {"ended": f"its process ended ({self._process.returncode})"}
        found: dict[str, Any] = json.loads(said)
        return found

    @property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin
        assert self._process.stdout
        return self._process.stdin, self._process.stdout

    @property
    def is_alive(self) -> bool:
        """Whether it can grade another one."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process, and with it all that it started."""
        for pipe in self._pipes:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _in_json(
    what: Callable[..., dict[str, Any]],
) -> Callable[..., bytes]:
    """Let a function give JSON whatever happens: an error would be pickled."""

    @wraps(what)
    def call(*given: Any) -> bytes:
        try:
            said = what(*given)
        except Exception as error:
            said = {"cannot": f"{type(error).__name__}: {error}"}
        return json.dumps(said).encode()

    return call


@_in_json
def begin(name: str, order: bytes, release: bytes) -> dict[str, Any]:
    """Take in a release, and start a seat for it; return what the seat says.

    Args:
        name: of the work; the other functions are told the same.
        order: as of `seat.make_order`.
        release: the zip for Gradescope.

    """
    with _lock:
        _releases[name] = order, release
    seat = Seat(order, release)
    _give_back(name, seat)
    return seat.hello


@_in_json
def grade(name: str, submission: bytes) -> dict[str, Any]:
    """Grade a submission; return its record, or ``{"ended": why}``."""
    seat = _take(name)
    said = seat.grade(submission) if not seat.hello else seat.hello
    _give_back(name, seat)
    return said


@_in_json
def end(name: str) -> dict[str, Any]:
    """Close all seats of a work."""
    with _lock:
        _releases.pop(name, None)
        seats = _idle.pop(name, [])
    for seat in seats:
        seat.close()
    return {}


def _take(name: str) -> Seat:
    while True:
        with _lock:
            seats = _idle.get(name)
            seat = seats.pop() if seats else None
        if seat is None:
            return Seat(*_releases[name])
        if seat.is_alive:
            return seat
        seat.close()  # it was idle for long


def _give_back(name: str, seat: Seat) -> None:
    with _lock:
        is_wanted = seat.is_alive and name in _releases
        if is_wanted:
            _idle.setdefault(name, []).append(seat)
    if not is_wanted:
        seat.close()
