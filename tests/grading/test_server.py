"""The warm parents: what they import for whom, and where they let grading run."""

from __future__ import annotations

import os
import select
import socket
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from homework.grading import server
from homework.grading.engine import Engine, Running
from homework.grading.orders import Order, send, take
from homework.grading.sandbox.sandbox import Level, Limits
from tests.grading_toys import archive, case, cells, messages

SPOILED = """
import sys
assert "given.layers" in sys.modules
from given import layers
layers.RIGHT.append("spoiled")
def f(): return layers.RIGHT
"""
CLEAN = """
from given import layers, own
import given
assert layers.RIGHT == ["as written"]
assert own.SECRET == "of the tests"
assert "trusted" in given.__file__
assert f() == ["as written", "spoiled"]
"""


def test_a_notebook_finds_its_modules_loaded_and_the_tests_have_their_own(
    tmp_path: Path,
) -> None:
    files = {
        "given/__init__.py": "",
        "given/layers.py": 'RIGHT = ["as written"]',
        "given/broken.py": "1 / 0",
        "given/own.py": 'SECRET = "of the tests"',
    }
    preload = ("given.layers", "given.broken", "no_such_module")
    questions = {"q1": [case("test_modules", "f", CLEAN)]}
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells(SPOILED))
    with Engine(
        archive(tmp_path, questions, files, preload), level=Level.LIMITS
    ) as engine:
        for _ in range(2):
            assert messages(engine.grade(path)) == {"test_modules": ""}


def test_only_tests_enter_numbers_into_the_leaderboard(tmp_path: Path) -> None:
    files = {"checks/__init__.py": "", "checks/leaderboard.py": "entries = {}"}
    enter = "from checks import leaderboard\nleaderboard.entries['read'] = {}"
    public = enter.format("7").replace("read", "seen")
    questions = {
        "q1": [
            case("test_seen", "", public, hidden=False),
            case("test_read", "", enter.format("91.5")),
        ]
    }
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells(enter.format("100")))
    with Engine(archive(tmp_path, questions, files), level=Level.LIMITS) as engine:
        graded = engine.grade(path)
    assert graded.errors == []
    assert graded.leaderboard == {"seen": 7}  # shown at once
    assert graded.numbers == {"read": 91.5}


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor")
def test_a_submission_gets_a_processor_that_no_other_one_uses(tmp_path: Path) -> None:
    tell = "import os\nraise ValueError(os.sched_getaffinity(0))"
    short, long = tmp_path / "short.ipynb", tmp_path / "long.ipynb"
    short.write_bytes(cells(tell))
    long.write_bytes(cells(tell, "import time\ntime.sleep(60)"))
    questions = {"q1": [case("test_nothing", "", "assert True")]}
    with Engine(archive(tmp_path, questions), level=Level.LIMITS) as engine:
        taken = engine.begin(long)
        assert isinstance(taken, Running)
        assert not taken.advance()
        others = {engine.grade(short).errors[0]["error"] for _ in range(6)}
        taken.stop()
        while not taken.advance():
            pass
        taken.close()
    assert len(others) == 1


def test_what_a_grader_imports_stays_with_it(tmp_path: Path) -> None:
    body = """
        import sys
        assert "given" not in sys.modules
        __import__("given")
    """
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells("pass"))
    questions = {"q1": [case("test_late", "", body)]}
    with Engine(
        archive(tmp_path, questions, {"given.py": ""}), level=Level.LIMITS
    ) as engine:
        for _ in range(3):
            assert messages(engine.grade(path)) == {"test_late": ""}


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to have many users")
def test_each_worker_is_a_user_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells("import os\nraise ValueError(os.getuid())"))
    questions = {"q1": [case("test_nothing", "", "assert True")]}
    with Engine(archive(tmp_path, questions)) as engine:
        users = {engine.grade(path).errors[0]["error"] for _ in range(3)}
    assert len(users) == 3


SEEDS = """
import os
given = os.environ["HOMEWORK_SEED"]
assert f() == (None, False), "the notebook knows it"
from hashlib import sha256
from pathlib import Path
digest = sha256(Path("toy.ipynb").read_bytes()).digest()
assert given != str(int.from_bytes(digest[:4], "big"))
raise ValueError(given)
"""
ASKS_FOR_ITS_SEED = """
import os
def f(): return os.environ.get("HOMEWORK_SEED"), "HOMEWORK_SEED" in open(
    "/proc/self/environ").read()
"""


def test_hidden_cases_rest_on_the_notebook_and_the_hidden_tests(tmp_path: Path) -> None:
    def seed(more: str, notebook: str, hidden: str = "") -> str:
        folder = tmp_path / f"{more}{notebook}{hidden}"
        folder.mkdir(exist_ok=True)
        path = folder / "toy.ipynb"
        path.write_bytes(cells(ASKS_FOR_ITS_SEED + notebook))
        questions = {"q1": [case("test_seed", "f", SEEDS + hidden)]}
        with Engine(archive(folder, questions), level=Level.LIMITS) as engine:
            return messages(engine.grade(path))["test_seed"]

    first = seed("first", "")
    assert first.removeprefix("ValueError: ").isdigit()
    assert seed("again", "") == first
    others = {seed("", "# changed"), seed("", "", "# changed")}
    assert len({first, *others}) == 3


def test_a_seed_that_is_set_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMEWORK_SEED", "7")
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells(ASKS_FOR_ITS_SEED))
    questions = {"q1": [case("test_seed", "f", SEEDS)]}
    with Engine(archive(tmp_path, questions), level=Level.LIMITS) as engine:
        assert messages(engine.grade(path)) == {"test_seed": "ValueError: 7"}


def test_a_new_worker_leaves_no_copy_of_the_last_ones_files(tmp_path: Path) -> None:
    submission = tmp_path / "submission"
    submission.mkdir()
    (submission / "large.bin").write_bytes(bytes(1_000_000))
    (submission / "toy.ipynb").write_bytes(cells("def f(): import os; os._exit(1)"))
    questions = {f"q{n}": [case("test_crash", "f", "f()")] for n in range(4)}
    most = 0
    with Engine(archive(tmp_path, questions), level=Level.LIMITS) as engine:
        running = engine.begin(submission)
        assert isinstance(running, Running)
        while not running.advance():
            copies = list(engine.folder.glob("*/scratch/*/large.bin"))
            most = max(most, len(copies))
        running.close()
    assert most <= 2
    assert running.graded.status == "graded"


def test_a_grader_that_asks_after_its_end_ends_nobody_else(tmp_path: Path) -> None:
    """The engine has removed its folder when the request for a worker is read."""
    limits = asdict(Limits())
    order = Order(str(tmp_path / "gone"), "", (), (), Level.LIMITS, limits, 0)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        leash, other_end = os.pipe()
        try:
            socket.send_fds(theirs, [b"1"], [ours.fileno(), leash])
            leashes = server.Leashes(select.poll())
            assert not server._serve(
                server.Asker(ours, order), leashes, lambda *_: None
            )
            assert not leashes.held
        finally:
            os.close(leash)
            os.close(other_end)


def test_who_works_for_nobody_any_more_ends_without_a_word(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The engine may be gone before it has read what the tests are worth."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        send(theirs, {"q1": 1}, [])
        ours.close()
        assert take(theirs) == (None, [])

    def ended(error: BaseException) -> None:
        raise error

    for error in (ConnectionResetError(), KeyboardInterrupt(), ValueError("a bug")):
        child = os.fork()
        if not child:
            server._end(partial(ended, error))
        os.waitpid(child, 0)
        assert ("a bug" in capfd.readouterr().err) == isinstance(error, ValueError)
