"""A seat: a process of its own that grades, one after the other, what it is handed.

On another machine it is started by a worker of the cluster, whose threads and locks it
shares nothing with: the engine forks. In and out go frames, a length and so many bytes;
they hold JSON, a zip, or a submission in the reader's form.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import struct
import sys
from pathlib import Path
from typing import IO, Any

from homework.base.errors import HomeworkError
from homework.base.scratch import Scratch
from homework.grading.engine import Engine
from homework.grading.handed_in import SubmissionError
from homework.grading.orders import Times
from homework.grading.reader import checked
from homework.grading.sandbox.sandbox import Level, Limits, SandboxError

IDLE_S = 900.0  # then it ends by itself: whoever started it may be gone
SIZE = struct.Struct("<Q")


def put(stream: IO[bytes], data: bytes) -> None:
    """Write a frame."""
    stream.write(SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def get(stream: IO[bytes]) -> bytes | None:
    """Read a frame; nothing where the stream ends."""
    size = stream.read(SIZE.size)
    if len(size) < SIZE.size:
        return None
    (length,) = SIZE.unpack(size)
    data = stream.read(length)
    return data if len(data) == length else None


def make_order(
    level: Level, times: dict[str, Any] | None, limits: dict[str, Any] | None
) -> dict[str, Any]:
    """Say how a seat grades, as plain values."""
    return {"level": level.name, "times": times, "limits": limits}


def _engine(order: dict[str, Any], archive: Path) -> Engine:
    times, limits = order["times"], order["limits"]
    return Engine(
        archive,
        level=Level[order["level"]],
        times=None if times is None else Times(**times),
        limits=None if limits is None else Limits(**limits),
    )


def main(given: IO[bytes], taken: IO[bytes]) -> None:
    """Serve until nothing more comes.

    Args:
        given: an order (JSON) and a release (the zip), then submissions.
        taken: gets ``{}`` or ``{"cannot": why}``, then a record (JSON) for each
            submission.

    """
    order, release = get(given), get(given)
    if order is None or release is None:
        return
    with Scratch("homework-seat-") as scratch:
        archive = scratch / "release.zip"
        archive.write_bytes(release)
        try:
            engine = _engine(json.loads(order), archive)
        except (SandboxError, HomeworkError) as error:
            _say(taken, {"cannot": str(error)})
            return
        with engine:
            _say(taken, {})
            while select.select([given], [], [], IDLE_S)[0] and (data := get(given)):
                _say(taken, _record(engine, data))


def _record(engine: Engine, data: bytes) -> dict[str, Any]:
    try:
        graded = engine.grade(checked(data))
    except SubmissionError as error:
        return {"cannot": f"what came is no submission: {error}"}
    return graded.record(engine.package, engine.level)


def _say(stream: IO[bytes], what: dict[str, Any]) -> None:
    put(stream, json.dumps(what).encode())


if __name__ == "__main__":
    # What anything else prints must not be taken for a frame.
    ours = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(BrokenPipeError), ours:
        main(sys.stdin.buffer, ours)
