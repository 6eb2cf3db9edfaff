"""Reads what a student handed in, in a process that may do nothing else.

Archives and notebooks are unpacked and parsed by whoever made a mistake in doing so.
So a child in a sandbox does it: it sees the submission and nothing else, and answers
with bytes and texts in one form, which is checked here before any of it is used.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import struct
import time
import warnings
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from homework.base.scratch import Scratch
from homework.grading import handed_in
from homework.grading.handed_in import (
    LARGEST,
    MOST_FILES,
    HandedIn,
    MissingError,
    SubmissionError,
)
from homework.grading.sandbox.sandbox import (
    Level,
    Limits,
    Role,
    SandboxError,
    enter,
    fork,
    reap,
)

FOLDERS = "homework-reading-"
LIMITS = Limits(memory_mb=2000, processes=8, file_mb=1, cpu_seconds=120)
SECONDS = 240.0  # on the wall
LONGEST_HEAD = 4 * 2**20
LONGEST_ANSWER = LARGEST + LONGEST_HEAD
LONGEST_TEXT = 2000
MOST_TEXTS = 100
Reader = Callable[..., HandedIn]
TOO_MUCH = "unreadable: what is in it is too much, or its names cannot be used"


def read(
    path: Path, *arguments: Any, level: Level, how: Reader | None = None
) -> HandedIn:
    """Read a submission, as `handed_in.read` does, in a sandbox.

    Args:
        path: what was handed in.
        arguments: the others of `handed_in.read`.
        level: of the sandbox.
        how: another that takes what `handed_in.read` takes; by default that one.

    Raises:
        SubmissionError: when there is no notebook to grade.

    """
    if not path.exists():
        raise SubmissionError("unreadable: it is neither a file nor a folder")
    path = path.resolve()  # `..` is no folder that a sandbox can show
    with Scratch(FOLDERS) as folder:
        folder.chmod(0o755)
        scratch = folder / "desk"  # becomes another user's, and the folder stays ours
        scratch.mkdir(mode=0o700)
        ready, tell = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # beside idle threads
            child = fork(level)
        if not child:
            _be_the_reader(
                partial(how or handed_in.read, path, *arguments),
                path,
                level,
                scratch,
                tell,
            )
        os.close(tell)
        try:
            return checked(_all_of(ready))
        finally:
            os.close(ready)
            reap(child)


def _be_the_reader(
    work: Callable[[], HandedIn], path: Path, level: Level, scratch: Path, tell: int
) -> None:
    try:
        for number in (signal.SIGINT, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        role = Role(runs_programs=False, reads_all=True)
        enter(scratch, LIMITS, level, (tell,), [path], role=role)
        try:
            found: HandedIn | SubmissionError = work()
        except SubmissionError as error:
            found = error
        except MemoryError:
            found = SubmissionError("unreadable: it needs too much memory")
        with open(tell, "wb") as stream:
            stream.writelines(written(found))
    except SandboxError as error:
        with contextlib.suppress(OSError):
            refusal = SubmissionError(f"not graded: {error}")
            os.write(tell, b"".join(written(refusal)))
    finally:
        os._exit(0)


def written(found: HandedIn | SubmissionError) -> list[bytes]:
    """Return the answer's parts: the length of a head, the head, and all bytes."""
    head: dict[str, Any] = {}
    blobs: list[bytes] = []
    if isinstance(found, SubmissionError):
        head["missing" if isinstance(found, MissingError) else "error"] = str(found)
    else:
        for each in fields(found):
            value = getattr(found, each.name)
            if isinstance(value, bytes):
                head[each.name] = len(value)
                blobs.append(value)
            elif isinstance(value, dict):
                sizes = [[name, len(data)] for name, data in value.items()]
                head[each.name] = {"files": sizes}
                blobs += value.values()
            else:
                head[each.name] = value
    data = json.dumps(head).encode()
    return [struct.pack("<I", len(data)), data, *blobs]


def _all_of(ready: int) -> bytes:
    """Read until the end, for a while, and no more than can be an answer."""
    ends, size = time.monotonic() + SECONDS, 0
    parts: list[bytes] = []
    poll = select.poll()
    poll.register(ready, select.POLLIN)
    while True:
        left = ends - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise SubmissionError("unreadable: reading it takes too long")
        part = os.read(ready, 2**20)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > LONGEST_ANSWER:
            raise SubmissionError(TOO_MUCH)


class _Answer:
    """The bytes of an answer, taken from the front."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, size: Any) -> bytes:
        """Return the next bytes.

        Raises:
            ValueError: when there are not so many.

        """
        if type(size) is not int or not 0 <= size <= len(self.data) - self.at:
            raise ValueError
        self.at += size
        return self.data[self.at - size : self.at]


def checked(data: bytes) -> HandedIn:
    """Turn an answer into what was handed in.

    Raises:
        SubmissionError: when it says why there is none, or is no answer.

    """
    if not data:
        raise SubmissionError("unreadable: reading it took too much memory or time")
    answer = _Answer(data)
    try:
        head = json.loads(answer.take(struct.unpack("<I", answer.take(4))[0]))
        if type(head) is not dict:
            raise ValueError
        for said, kind in (("error", SubmissionError), ("missing", MissingError)):
            if said in head:
                raise kind(_text(head[said]))
        names = [each.name for each in fields(HandedIn)]
        made = HandedIn(**{name: _value(head[name], answer) for name in names})
        if type(made.notebook) is not bytes or type(made.files) is not dict:
            raise ValueError
        if type(made.digest) is not str or answer.at != len(data):
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError, struct.error) as error:
        raise SubmissionError(TOO_MUCH) from error
    return made


def _value(said: Any, answer: _Answer) -> Any:
    """Return bytes for a number, files for pairs, and texts for texts."""
    if type(said) is int:
        return answer.take(said)
    if type(said) is str:
        return _text(said)
    if type(said) is list:
        return tuple(map(_text, said[:MOST_TEXTS]))
    sizes = said["files"]
    if type(sizes) is not list or len(sizes) > MOST_FILES:
        raise ValueError
    return {_name(name): answer.take(size) for name, size in sizes}


def _text(said: Any) -> str:
    if type(said) is not str:
        raise ValueError
    return said[:LONGEST_TEXT].encode("utf-8", "backslashreplace").decode()


def _name(said: Any) -> str:
    """Return a path below a folder, as it can be written there.

    Raises:
        ValueError: when it leads out of it, or cannot be written.

    """
    if type(said) is not str or not said.isprintable():
        raise ValueError
    parts = PurePosixPath(said).parts
    if not parts or ".." in parts or "/" in parts or said != "/".join(parts):
        raise ValueError
    if any(len(part.encode()) > 255 for part in parts) or len(said) > 2000:
        raise ValueError
    return said
