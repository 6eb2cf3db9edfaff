"""What a grader may not do, tried by hostile tests: code that got into a grader.

A submission should never come that far. Should it, then it is in a jail again.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)

from homework.grading.engine import Engine, Graded
from homework.grading.sandbox.sandbox import Level, strongest
from tests.grading_toys import archive, case, cells, messages

LEVELS = [level for level in Level if level <= strongest()]
SECRET = "nobody in a grader may read this"  # noqa: S105
# By the name of a test, what it tries: with FOLDER, outside, and TRUSTED, the release.
REFUSED = {
    "writes_outside": "open(FOLDER + '/left', 'w')",
    "writes_to_tmp": "open('/tmp/left-by-a-grader', 'w')",
    "writes_to_shared_memory": "open('/dev/shm/left-by-a-grader', 'w')",
    "writes_a_test": "open(TRUSTED + '/tests/q1.py', 'a')",
    "writes_a_module": "open(TRUSTED + '/files/numpy.py', 'w')",
    "writes_through_a_link": "open('given.py', 'a')",
    "removes_a_test": "os.unlink(TRUSTED + '/tests/q1.py')",
    "writes_to_the_engine": "open(TRUSTED + '/../left', 'w')",
    "writes_to_python": "open(os.__file__ + '.left', 'w')",
    "reads_a_file": "open(FOLDER + '/secret.txt').read()",
    "reads_passwords": "open('/etc/shadow').read()",
    "lists_the_folder": "os.listdir(FOLDER)",
    "runs_a_program": "subprocess.run(['/bin/true'])",
    "runs_another_python": "os.posix_spawn(sys.executable, ['python'], {})",
    "turns_into_a_program": "os.execv('/bin/true', ['true'])",
    "opens_a_socket": "socket.socket()",
    "opens_a_socket_of_this_machine": "socket.socket(socket.AF_UNIX)",
    "signals_the_command": "os.kill(COMMAND, 0)",
    "becomes_root": "os.setresuid(0, 0, 0), os.chown(FOLDER, 0, 0)",
    "mounts": "ctypes_error(LIBC.mount(b'x', b'.', b'tmpfs', 0, None))",
    "makes_namespaces": "ctypes_error(LIBC.unshare(0x10000000))",
    "leaves_its_processor": "os.sched_setaffinity(0, range(os.cpu_count()))",
    "looks_at_the_command": "open(f'/proc/{COMMAND}/environ').read()",
}
# What limits alone do not promise, and where root stays root.
FENCED_ONLY = (
    *("signals_the_command", "looks_at_the_command", "reads_passwords"),
    "becomes_root",
)
HEAD = """
import ctypes, os, socket, subprocess, sys
from pathlib import Path
FOLDER, COMMAND = {folder!r}, {command}
TRUSTED = str(Path('given.py').resolve().parents[1])
LIBC = ctypes.CDLL(None, use_errno=True)
def ctypes_error(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), 'refused')
try:
    {tried}
except OSError:
    pass
else:
    raise AssertionError('it did')
"""
WORKS = """
import os, socket
from pathlib import Path
import given
Path('note.txt').write_text('x')
assert Path('note.txt').read_text() == 'x'
assert Path('handed_in.txt').read_text() == 'theirs'
assert 'trusted' in given.__file__
import colorsys
one, other = socket.socketpair()
assert f() == 1
"""


@cache
def found(level: Level) -> tuple[Graded, list[str]]:
    """Return what hostile tests came to, and what lies outside afterwards."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
        (folder / "secret.txt").chmod(0o600)
        tried = {
            f"test_{test}": HEAD.format(folder=name, command=os.getpid(), tried=line)
            for test, line in REFUSED.items()
        }
        tried["test_works"] = WORKS
        questions = {"q1": [case(test, "f", body) for test, body in tried.items()]}
        zipped = archive(folder, questions, {"given.py": "RIGHT = 1"})
        submission = folder / "submission"
        submission.mkdir()
        (submission / "toy.ipynb").write_bytes(cells("def f(): return 1"))
        (submission / "handed_in.txt").write_text("theirs", encoding="utf-8")
        with Engine(zipped, level=level) as engine:
            graded = engine.grade(submission)
            left = [str(path) for path in engine.folder.iterdir()]
        return graded, left + os.listdir(name)


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
@pytest.mark.parametrize("test", REFUSED)
def test_code_in_a_grader_may_not(test: str, level: Level) -> None:
    if level is Level.LIMITS and test in FENCED_ONLY:
        pytest.skip("limits promise bounds only")
    graded, _ = found(level)
    assert graded.status == "graded"
    assert messages(graded)[f"test_{test}"] == ""


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_what_tests_need_works(level: Level) -> None:
    assert messages(found(level)[0])["test_works"] == ""


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_nothing_is_left(level: Level) -> None:
    graded, left = found(level)
    assert graded.status == "graded"
    assert not [name for name in left if name.endswith("left")]
    assert not list(Path("/tmp").glob("*left-by-a-grader*"))  # noqa: S108
