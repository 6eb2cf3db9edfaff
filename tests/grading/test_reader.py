"""Submissions are read in a sandbox, and its answer is checked."""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)

from homework.grading import handed_in, reader
from homework.grading.handed_in import HandedIn, SubmissionError
from homework.grading.sandbox.sandbox import Level, Limits, strongest
from tests.grading_toys import cells

LEVELS = [level for level in Level if level <= strongest()]
MADE = HandedIn(b"{}", {"data/a.txt": b"abc", "b.bin": b""}, "0123")


def zipped(folder: Path) -> Path:
    path = folder / "handed_in.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("toy.ipynb", cells("x = 1"))
        made.writestr("notes.txt", "hello")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_it_reads_what_is_read_without_a_sandbox(tmp_path: Path, level: Level) -> None:
    folder = tmp_path / "a folder"
    folder.mkdir(mode=0o700)
    (folder / "toy.ipynb").write_bytes(cells("x = 2"))
    (folder / "empty.txt").touch()
    link = tmp_path / "link"
    link.symlink_to(folder)
    (tmp_path / "here").mkdir()
    back = tmp_path / "here" / ".." / folder.name  # as in `homework grade ../class`
    for path in (zipped(tmp_path), folder, folder / "toy.ipynb", link, back):
        assert reader.read(path, "toy", level=level) == handed_in.read(path, "toy")


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_it_says_why_something_cannot_be_read(tmp_path: Path, level: Level) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(SubmissionError, match="the zip is broken"):
        reader.read(broken, "toy", level=level)
    with pytest.raises(SubmissionError, match="neither a file nor a folder"):
        reader.read(tmp_path / "missing", "toy", level=level)


TRIES: dict[str, Callable[[Path], object]] = {
    "another file": lambda there: (there / "secret.txt").read_text(encoding="utf-8"),
    "a folder": lambda there: os.listdir(there / "others"),
    "to write": lambda there: (there / "left").write_bytes(b"x"),
    "to change it": lambda there: (there / "handed_in.zip").write_bytes(b""),
    "a program": lambda _: os.execv("/bin/true", ["true"]),  # noqa: S606
    "a socket": lambda _: socket.socket(),
}


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
@pytest.mark.parametrize("what", TRIES)
def test_code_in_the_reader_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, level: Level, what: str
) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (tmp_path / "others").mkdir()

    def hostile(*_: Any) -> HandedIn:
        try:
            TRIES[what](tmp_path)
        except OSError:
            return MADE
        raise SubmissionError("it could")

    monkeypatch.setattr(handed_in, "read", hostile)
    assert reader.read(zipped(tmp_path), "toy", level=level) == MADE


def test_what_takes_all_memory_or_time_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path)
    monkeypatch.setattr(handed_in, "read", lambda *_: bytearray(1 << 34))
    with pytest.raises(SubmissionError, match="too much memory"):
        reader.read(path, "toy", level=strongest())

    def never_ends(*_: Any) -> HandedIn:
        while True:
            pass

    monkeypatch.setattr(handed_in, "read", never_ends)
    monkeypatch.setattr(reader, "LIMITS", Limits(memory_mb=2000, cpu_seconds=1))
    with pytest.raises(SubmissionError, match="memory or time"):
        reader.read(path, "toy", level=strongest())
    monkeypatch.setattr(reader, "SECONDS", 0.2)
    with pytest.raises(SubmissionError, match="takes too long"):
        reader.read(path, "toy", level=strongest())


def _never_ends(*_: object) -> NoReturn:
    while True:
        time.sleep(1)


def test_the_next_start_removes_what_a_killed_one_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, temporary = zipped(tmp_path), tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    child = os.fork()
    if not child:
        reader.read(path, "toy", level=LEVELS[0], how=_never_ends)
        os._exit(1)
    until = time.monotonic() + 120
    while not list(temporary.glob("*/*")) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.2)  # the folder may be another user's by then
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    left = list(temporary.iterdir())
    while left and time.monotonic() < until:  # its reader ends a moment later
        reader.read(path, "toy", level=LEVELS[0])
        left = list(temporary.iterdir())
    assert left == []


def answer(made: HandedIn) -> bytes:
    return b"".join(reader.written(made))


def test_an_answer_comes_through() -> None:
    assert reader.checked(answer(MADE)) == MADE
    assert reader.checked(answer(replace(MADE, files={}))).files == {}


NAMES = ["..", "../x", "/etc/passwd", "a/../b", "", ".", "a//b", "a\nb", "x" * 256]
NAMES += ["a/", "\ud800", "\0", "a/./b"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(SubmissionError):
        reader.checked(answer(replace(MADE, files={name: b""})))


HEADS: list[Any] = [
    [],
    {},
    {"error": 1},
    {"notebook": -1, "files": {"files": []}, "digest": ""},
    {"notebook": 10**30, "files": {"files": []}, "digest": ""},
    {"notebook": "text", "files": {"files": []}, "digest": ""},
    {"notebook": 2, "files": {"files": [["a"]]}, "digest": ""},
    {"notebook": 2, "files": {"files": [[1, 1]]}, "digest": ""},
    {"notebook": 1, "files": {"files": []}, "digest": ""},
    {"notebook": 2, "files": 0, "digest": ""},
    {"notebook": 2, "files": {"files": []}, "digest": 0},
]


@pytest.mark.parametrize("head", HEADS)
def test_an_answer_of_another_form_is_refused(head: Any) -> None:
    data = json.dumps(head).encode()
    with pytest.raises(SubmissionError):
        reader.checked(struct.pack("<I", len(data)) + data + b"{}")


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_an_error(data: bytes) -> None:
    with pytest.raises(SubmissionError):
        reader.checked(data)


def test_an_answer_is_not_longer_than_one_can_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ready, tell = os.pipe()
    os.write(tell, b"x" * 5000)
    os.close(tell)
    monkeypatch.setattr(reader, "LONGEST_ANSWER", 100)
    with pytest.raises(SubmissionError, match="too much"):
        reader._all_of(ready)
    os.close(ready)
