"""What a worker's processes use together is looked at where nothing bounds it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)

from homework.grading import watch
from homework.grading.engine import Engine
from homework.grading.sandbox.sandbox import Level, Limits, strongest
from tests.grading_toys import archive, case, cells, passed

LEVELS = [level for level in Level if level < strongest()]
FILLS = """
import time
for number in range(40):
    with open(f"large{number}", "wb") as file:
        file.write(bytes(2_000_000))
time.sleep(20)
survived = True
"""
MANY = """
import os, time
os.mkdir("many")
for number in range(12_000):
    open(f"many/{number}", "w").close()
time.sleep(20)
survived = True
"""

NAMELESS = """
import mmap, os, tempfile, time
kept = []
for number in range(40):
    file = tempfile.TemporaryFile()
    file.write(bytes(2_000_000))
    file.flush()
    kept.append(mmap.mmap(file.fileno(), 0) if number % 2 else file)
    if number % 2:
        file.close()
time.sleep(20)
survived = True
"""


def test_files_are_counted_without_following_links(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    before = watch.disk(tmp_path, 10**9)
    (below / "data").write_bytes(b"x" * 100_000)
    (tmp_path / "link").symlink_to("/usr")
    found = watch.disk(tmp_path, 10**9)
    assert 100_000 <= found - before < 200_000
    assert watch.disk(tmp_path, 50_000) == 50_001
    assert watch.disk(tmp_path / "missing", 10) == 0


def test_what_is_too_deep_is_too_much(tmp_path: Path) -> None:
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(30):
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
    finally:
        os.chdir(here)
    assert watch.disk(tmp_path, 10**9) == 10**9 + 1


HOLDS = """
import mmap, os, signal, sys
os.chdir(sys.argv[1])
for name in ("open", "mapped", "named"):
    with open(name, "wb+") as file:
        file.write(bytes(1_000_000))
    kept = open(name, "rb+")
    if name == "mapped":
        mapped = [mmap.mmap(kept.fileno(), 0) for _ in range(2)]
    else:
        still = [kept, *(still if name == "named" else [])]
    if name != "named":
        os.unlink(name)
os.write(1, b"1")
signal.pause()
"""


def test_files_without_a_name_are_counted_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, start_new_session=True
    ) as child:
        assert child.stdout is not None
        try:
            assert child.stdout.read(1) == b"1"
            assert 2_000_000 <= watch.unlinked(child.pid, tmp_path) < 2_100_000
            assert watch.unlinked(child.pid, tmp_path / "elsewhere") == 0
        finally:
            os.killpg(child.pid, signal.SIGKILL)


TAKEN = 20_000_000
TAKES = f"""
import os, signal
for _ in range(3):
    if not os.fork():
        taken = bytearray({TAKEN})
        taken[::4096] = b"x" * len(taken[::4096])
        os.write(1, b"1")
        signal.pause()
signal.pause()
"""


def test_memory_is_that_of_all_processes_of_a_session() -> None:
    command = [sys.executable, "-c", TAKES]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, start_new_session=True
    ) as child:
        assert child.stdout is not None
        try:
            assert child.stdout.read(3) == b"111"
            assert 3 * TAKEN <= watch.memory(child.pid) < 10 * TAKEN
        finally:
            os.killpg(child.pid, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
@pytest.mark.parametrize(
    "cell", [FILLS, MANY, NAMELESS], ids=["bytes", "files", "files without names"]
)
def test_who_fills_the_disk_is_stopped(tmp_path: Path, level: Level, cell: str) -> None:
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells(cell, "def f(): return 1"))
    questions = {
        "q1": [
            case("test_filled", "env", "assert 'survived' not in env"),
            case("test_rest", "f", "assert f() == 1"),
        ]
    }
    limits = Limits(file_mb=20)
    with Engine(archive(tmp_path, questions), level=level, limits=limits) as engine:
        result = engine.grade(path)
    assert passed(result) == {"test_filled": True, "test_rest": True}
